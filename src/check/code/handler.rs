use super::meaning::Meaning;
use super::page::Scripts;
use super::used::Handler;
use crate::extension::Place;
use oxc_ast::AstKind;
use oxc_ast::ast::{Expression, Statement};
use oxc_span::GetSpan;

/// How a function can answer; none where the expression is no function that stands in the script.
pub(super) fn handler<'a>(scripts: &Scripts<'_, 'a>, index: usize, expression: &Expression<'a>) -> Option<Handler> {
    let function = scripts.function(index, expression)?;
    match function {
        AstKind::ArrowFunctionExpression(it) if it.expression => {
            let body = match it.body.statements.first() {
                Some(Statement::ExpressionStatement(body)) => Some(&body.expression),
                _ => None,
            };
            Some(Handler { answers: true, popup: body.and_then(|body| popup(scripts, index, body)) })
        }
        AstKind::ArrowFunctionExpression(it) => Some(returned(scripts, index, it.span, it.r#async)),
        AstKind::Function(it) => Some(returned(scripts, index, it.span, it.r#async)),
        _ => None,
    }
}

/// An async function gives a promise in any case.
fn returned(scripts: &Scripts<'_, '_>, index: usize, function: oxc_span::Span, is_async: bool) -> Handler {
    let nodes = scripts.programs[index].semantic.nodes();
    let mut handler = Handler { answers: is_async, popup: None };
    for node in nodes.iter() {
        let AstKind::ReturnStatement(it) = node.kind() else { continue };
        let around = nodes.ancestor_kinds(node.id()).find_map(|kind| match kind {
            AstKind::Function(it) => Some(it.span),
            AstKind::ArrowFunctionExpression(it) => Some(it.span),
            _ => None,
        });
        if around == Some(function)
            && let Some(value) = &it.argument
        {
            handler.answers = true;
            handler.popup = handler.popup.or_else(|| popup(scripts, index, value));
        }
    }
    handler
}

/// Where a popup's own promise stands.
fn popup<'a>(scripts: &Scripts<'_, 'a>, index: usize, expression: &Expression<'a>) -> Option<Place> {
    let Expression::CallExpression(call) = expression.get_inner_expression() else { return None };
    match scripts.meaning(index, &call.callee)? {
        Meaning::Method(on, name) if *on == Meaning::Desk && name == "showpopup" => {
            Some(scripts.programs[index].text.place(call.span().start as usize))
        }
        _ => None,
    }
}
