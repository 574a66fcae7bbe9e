use super::super::program::Program;
use crate::extension::Place;
use oxc_ast::AstKind;
use oxc_ast::ast::{Argument, BindingPatternKind};
use oxc_semantic::NodeId;
use oxc_span::GetSpan;
use std::collections::BTreeMap;

/// A function that stands in a script.
#[derive(Debug)]
pub(crate) struct Function {
    /// Its name; empty where it has none.
    pub(crate) name: String,
    pub(crate) at: Place,
    /// How many ways lead through it, counted as ESLint does.
    pub(crate) complexity: usize,
    /// Whether it is a helper that stands before the exports.
    pub(crate) is_before: bool,
}

/// In the order of the script; `exports` is where that sets them.
pub(super) fn functions(program: &Program<'_>, exports: Option<usize>) -> Vec<Function> {
    let nodes = program.semantic.nodes();
    let is_function = |kind: &AstKind<'_>| matches!(kind, AstKind::Function(_) | AstKind::ArrowFunctionExpression(_));
    let mut ways: BTreeMap<NodeId, usize> = BTreeMap::new();
    for node in nodes.iter().filter(|node| is_way(&node.kind())) {
        if let Some(around) = nodes.ancestor_ids(node.id()).find(|id| is_function(&nodes.kind(*id))) {
            *ways.entry(around).or_default() += 1;
        }
    }
    let mut found = Vec::new();
    for node in nodes.iter().filter(|node| is_function(&node.kind())) {
        let (name, is_helper) = named(program, node.id());
        let offset = node.kind().span().start as usize;
        found.push(Function {
            name,
            at: program.text.place(offset),
            complexity: ways.get(&node.id()).copied().unwrap_or_default() + 1,
            is_before: is_helper && exports.is_some_and(|exports| offset < exports),
        });
    }
    found
}

/// Whether it is where a function's way parts.
fn is_way(kind: &AstKind<'_>) -> bool {
    match kind {
        AstKind::IfStatement(_)
        | AstKind::ConditionalExpression(_)
        | AstKind::LogicalExpression(_)
        | AstKind::ForStatement(_)
        | AstKind::ForInStatement(_)
        | AstKind::ForOfStatement(_)
        | AstKind::WhileStatement(_)
        | AstKind::DoWhileStatement(_) => true,
        AstKind::SwitchCase(case) => case.test.is_some(),
        AstKind::AssignmentExpression(it) => it.operator.is_logical(),
        _ => false,
    }
}

/// What a function is called, and whether it stands by itself in the script.
fn named(program: &Program<'_>, function: NodeId) -> (String, bool) {
    let nodes = program.semantic.nodes();
    let own = match nodes.kind(function) {
        AstKind::Function(it) => it.id.as_ref().map(|id| id.name.to_string()),
        _ => None,
    };
    let mut above = nodes.ancestor_kinds(function);
    let parent = above.next();
    match parent {
        Some(AstKind::Program(_)) => (own.unwrap_or_default(), true),
        Some(AstKind::VariableDeclarator(it)) => {
            let name = match &it.id.kind {
                BindingPatternKind::BindingIdentifier(id) => id.name.to_string(),
                _ => String::new(),
            };
            (name, above.nth(1).is_some_and(|kind| matches!(kind, AstKind::Program(_))))
        }
        Some(AstKind::ObjectProperty(it)) => {
            (own.or_else(|| it.key.static_name().map(|name| name.into_owned())).unwrap_or_default(), false)
        }
        // `.then(function …)` is called after what it is given to.
        Some(AstKind::CallExpression(call)) => {
            let is_given = call.arguments.iter().filter_map(Argument::as_expression).any(|it| it.span() == nodes.kind(function).span());
            let callee = call.callee.get_inner_expression().as_member_expression().and_then(|member| member.static_property_name());
            (own.or_else(|| callee.filter(|_| is_given).map(|name| format!(".{name}"))).unwrap_or_default(), false)
        }
        _ => (own.unwrap_or_default(), false),
    }
}
