use super::super::page::Scripts;
use super::super::used::Arg;
use super::super::uses::value;
use super::calls::path;
use crate::extension::Place;
use oxc_ast::AstKind;
use oxc_ast::ast::{Argument, BindingPatternKind, Expression, ObjectPattern};
use oxc_span::GetSpan;

/// The key of a payload that holds them.
const IPARAMS: &str = "iparams";
/// What gives them to pages.
const GET: [&str; 3] = ["client", IPARAMS, "get"];

/// Every installation parameter that a script reads by its name: of a payload's `iparams`, and by `client.iparams.get`.
pub(super) fn iparams(scripts: &Scripts<'_, '_>) -> Vec<(String, Place)> {
    let program = &scripts.programs[0];
    let mut found = Vec::new();
    let place = |offset: u32| program.text.place(offset as usize);
    let mut called = Vec::new();
    for node in program.semantic.nodes().iter() {
        match node.kind() {
            AstKind::CallExpression(call) => {
                called.push(call.callee.get_inner_expression().span());
                if path(&call.callee).is_some_and(|names| names.ends_with(&GET.map(str::to_owned))) {
                    let first = call.arguments.first().and_then(Argument::as_expression).map(|it| value(scripts, 0, it, 0));
                    found.extend(first.and_then(|first: Arg| Some((first.text()?.to_owned(), first.at.clone()))));
                }
            }
            AstKind::StaticMemberExpression(it) if !called.contains(&it.span) && holds(scripts, &it.object) => {
                found.push((it.property.name.to_string(), place(it.property.span.start)));
            }
            AstKind::ComputedMemberExpression(it) if holds(scripts, &it.object) => {
                let name = it.static_property_name().map(|name| name.to_string());
                found.extend(name.map(|name| (name, place(it.expression.span().start))));
            }
            AstKind::VariableDeclarator(it) => {
                if let (BindingPatternKind::ObjectPattern(pattern), Some(init)) = (&it.id.kind, &it.init)
                    && holds(scripts, init)
                {
                    found.extend(keys(pattern).into_iter().map(|(name, offset)| (name, place(offset))));
                }
            }
            _ => {}
        }
    }
    found
}

fn keys(pattern: &ObjectPattern<'_>) -> Vec<(String, u32)> {
    pattern.properties.iter().filter_map(|it| Some((it.key.static_name()?.into_owned(), it.key.span().start))).collect()
}

/// Whether an expression is the installation parameters.
fn holds<'a>(scripts: &Scripts<'_, 'a>, it: &Expression<'a>) -> bool {
    match it.get_inner_expression() {
        Expression::AwaitExpression(it) => holds(scripts, &it.argument),
        Expression::CallExpression(call) => {
            call.arguments.is_empty() && path(&call.callee).is_some_and(|names| names.ends_with(&GET.map(str::to_owned)))
        }
        Expression::Identifier(id) if id.name == IPARAMS => scripts.symbol(0, id).is_some_and(|symbol| {
            let program = &scripts.programs[0];
            match program.semantic.nodes().kind(program.semantic.scoping().symbol_declaration(symbol)) {
                AstKind::FormalParameter(_) => true,
                AstKind::VariableDeclarator(it) => match (&it.id.kind, &it.init) {
                    (BindingPatternKind::BindingIdentifier(_), Some(init)) => holds(scripts, init),
                    // `const { iparams } = payload`
                    (BindingPatternKind::ObjectPattern(pattern), Some(_)) => keys(pattern).iter().any(|(name, _)| name == IPARAMS),
                    _ => false,
                },
                _ => false,
            }
        }),
        Expression::StaticMemberExpression(it) => {
            // `client.iparams` is what gives them.
            it.property.name == IPARAMS && path(&it.object).is_none_or(|names| names.last().is_none_or(|name| name != GET[0]))
        }
        _ => false,
    }
}
