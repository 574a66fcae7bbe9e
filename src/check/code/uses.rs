//! Every use of the client SDK in a page's scripts.

use super::handler::handler;
use super::meaning::Meaning;
use super::page::Scripts;
use super::used::{Arg, ArgKind, Used};
use oxc_ast::AstKind;
use oxc_ast::ast::{Argument, CallExpression, Expression, ObjectPropertyKind, VariableDeclarationKind};
use oxc_span::{GetSpan, Span};

/// In the order of the scripts.
pub(super) fn uses(scripts: &Scripts<'_, '_>) -> Vec<Used> {
    (0..scripts.programs.len()).flat_map(|index| of_script(scripts, index)).collect()
}

/// Every text that stands in a script.
pub(super) fn texts(scripts: &Scripts<'_, '_>) -> Vec<String> {
    let mut texts = Vec::new();
    for node in scripts.programs.iter().flat_map(|program| program.semantic.nodes().iter()) {
        match node.kind() {
            AstKind::StringLiteral(it) => texts.push(it.value.to_string()),
            AstKind::TemplateElement(it) => texts.push(it.value.raw.to_string()),
            AstKind::IdentifierName(it) => texts.push(it.name.to_string()),
            _ => {}
        }
    }
    texts
}

fn of_script(scripts: &Scripts<'_, '_>, index: usize) -> Vec<Used> {
    let program = &scripts.programs[index];
    let mut found = Vec::new();
    let mut callees: Vec<Span> = Vec::new();
    for node in program.semantic.nodes().iter() {
        match node.kind() {
            AstKind::CallExpression(call) => {
                callees.push(call.callee.get_inner_expression().span());
                found.extend(called(scripts, index, call));
            }
            AstKind::StaticMemberExpression(it) if !callees.contains(&it.span) => {
                let is_set = match program.semantic.nodes().parent_kind(node.id()) {
                    AstKind::AssignmentExpression(parent) => parent.left.span() == it.span,
                    _ => false,
                };
                let on = scripts.meaning(index, &it.object).filter(|_| !is_set);
                if let Some(on) = on.filter(is_the_sdks) {
                    let at = program.text.place(it.property.span.start as usize);
                    found.push(Used { on, name: Some(it.property.name.to_string()), args: None, at });
                }
            }
            _ => {}
        }
    }
    found
}

fn is_the_sdks(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Desk | Meaning::Extension | Meaning::App | Meaning::Instance | Meaning::Sibling)
}

fn called<'a>(scripts: &Scripts<'_, 'a>, index: usize, call: &CallExpression<'a>) -> Option<Used> {
    let program = &scripts.programs[index];
    let callee = call.callee.get_inner_expression();
    let args = || Some(call.arguments.iter().map(|it| arg(scripts, index, it)).collect());
    let at = |offset: u32| program.text.place(offset as usize);
    if let Some(member) = callee.as_member_expression() {
        let on = scripts.meaning(index, member.object()).filter(is_the_sdks);
        if let Some(on) = on {
            let (name, offset) = match member.static_property_info() {
                Some((span, name)) => (Some(name.to_owned()), span.start),
                None => (None, callee.span().start),
            };
            return Some(Used { on, name, args: args(), at: at(offset) });
        }
    }
    match scripts.meaning(index, callee)? {
        Meaning::Method(on, name) if is_the_sdks(&on) => {
            Some(Used { on: *on, name: Some(name), args: args(), at: at(callee.span().start) })
        }
        _ => None,
    }
}

fn arg<'a>(scripts: &Scripts<'_, 'a>, index: usize, argument: &Argument<'a>) -> Arg {
    let at = scripts.programs[index].text.place(argument.span().start as usize);
    argument.as_expression().map_or(Arg { at, is: ArgKind::Computed }, |it| value(scripts, index, it, 0))
}

/// How deep values are followed.
const DEEPEST: usize = 16;

/// What stands there.
pub(super) fn value<'a>(scripts: &Scripts<'_, 'a>, index: usize, expression: &Expression<'a>, depth: usize) -> Arg {
    let program = &scripts.programs[index];
    let inner = expression.get_inner_expression();
    let is = match inner {
        _ if depth > DEEPEST => ArgKind::Computed,
        Expression::StringLiteral(it) => ArgKind::Text(it.value.to_string()),
        Expression::TemplateLiteral(it) => it.single_quasi().map_or(ArgKind::Computed, |text| ArgKind::Text(text.to_string())),
        Expression::NumericLiteral(_) | Expression::BooleanLiteral(_) | Expression::NullLiteral(_) => ArgKind::Other,
        Expression::ObjectExpression(it) => {
            let mut more = false;
            let mut keys = Vec::new();
            for property in &it.properties {
                match property {
                    ObjectPropertyKind::ObjectProperty(property) => match property.key.static_name() {
                        Some(name) => keys.push((name.into_owned(), value(scripts, index, &property.value, depth + 1))),
                        None => more = true,
                    },
                    ObjectPropertyKind::SpreadProperty(_) => more = true,
                }
            }
            ArgKind::Object(keys, more)
        }
        Expression::ArrayExpression(it) => {
            ArgKind::List(it.elements.iter().filter_map(|it| it.as_expression()).map(|it| value(scripts, index, it, depth + 1)).collect())
        }
        Expression::Identifier(id) => {
            let declared = scripts.symbol(index, id).map(|symbol| program.semantic.scoping().symbol_declaration(symbol));
            match declared.map(|node| program.semantic.nodes().kind(node)) {
                Some(AstKind::VariableDeclarator(it)) if it.kind == VariableDeclarationKind::Const => match it.init.as_ref() {
                    Some(init @ (Expression::StringLiteral(_) | Expression::ObjectExpression(_))) => {
                        value(scripts, index, init, depth + 1).is
                    }
                    _ => handler(scripts, index, inner).map_or(ArgKind::Computed, ArgKind::Handler),
                },
                _ => handler(scripts, index, inner).map_or(ArgKind::Computed, ArgKind::Handler),
            }
        }
        _ => handler(scripts, index, inner).map_or(ArgKind::Computed, ArgKind::Handler),
    };
    Arg { at: program.text.place(inner.span().start as usize), is }
}
