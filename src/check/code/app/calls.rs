use super::super::page::Scripts;
use super::super::used::Arg;
use super::super::uses::value;
use crate::extension::Place;
use crate::extension::package::Folder;
use oxc_ast::AstKind;
use oxc_ast::ast::{Argument, Expression, IdentifierReference, UnaryOperator};
use oxc_span::GetSpan;

/// A call of something that the platform gives.
#[derive(Debug)]
pub(crate) struct Called {
    /// Its name, for example `$db.get` or `client.request.invoke`.
    pub(crate) name: String,
    pub(crate) args: Vec<Arg>,
    pub(crate) at: Place,
}

/// A `require`.
#[derive(Debug)]
pub(crate) struct Require {
    /// What it names; none where that is computed.
    pub(crate) name: Option<String>,
    pub(crate) at: Place,
}

/// What a file that is required may end in.
const ENDINGS: [&str; 5] = ["", ".js", ".json", "/index.js", ".cjs"];

impl Require {
    /// Whether it names a file of the app.
    pub(crate) fn is_relative(&self) -> bool {
        self.name.as_ref().is_some_and(|name| name.starts_with('.') || name.starts_with('/'))
    }

    /// The file of the app that is meant where this is written in `from`.
    pub(crate) fn found(&self, folder: &Folder, from: &str) -> Option<String> {
        let name = self.name.as_ref().filter(|_| self.is_relative())?;
        let dir = from.rsplit_once('/').map_or("", |(dir, _)| dir);
        let found = ENDINGS.iter().find_map(|ending| folder.beside(dir, &format!("{name}{ending}")).filter(|entry| !entry.is_folder));
        found.map(|entry| entry.path.clone())
    }
}

/// Functions that servers have by a name of their own.
const FUNCTIONS: [&str; 2] = ["renderData", "generateTargetUrl"];
/// What servers do not have (FD-03).
const ABSENT: [&str; 4] = ["setTimeout", "setInterval", "setImmediate", "process"];
/// What pages are given.
const CLIENT: &str = "client";

/// How something is reached: `["client", "db", "get"]`.
pub(super) fn path(it: &Expression<'_>) -> Option<Vec<String>> {
    match it.get_inner_expression() {
        Expression::Identifier(id) => Some(vec![id.name.to_string()]),
        Expression::ThisExpression(_) => Some(vec!["this".to_owned()]),
        member @ (Expression::StaticMemberExpression(_) | Expression::ComputedMemberExpression(_)) => {
            let member = member.as_member_expression()?;
            let mut names = path(member.object())?;
            names.push(member.static_property_name()?.to_owned());
            Some(names)
        }
        _ => None,
    }
}

/// The identifier that a path begins with.
pub(super) fn first<'e, 'a>(it: &'e Expression<'a>) -> Option<&'e IdentifierReference<'a>> {
    match it.get_inner_expression() {
        Expression::Identifier(id) => Some(id),
        member => first(member.as_member_expression()?.object()),
    }
}

pub(super) fn calls(scripts: &Scripts<'_, '_>) -> Vec<Called> {
    let program = &scripts.programs[0];
    let mut found = Vec::new();
    for node in program.semantic.nodes().iter() {
        let AstKind::CallExpression(call) = node.kind() else { continue };
        let Some(names) = path(&call.callee) else { continue };
        let is_global = first(&call.callee).is_some_and(|id| scripts.symbol(0, id).is_none());
        let begins = match names.first() {
            Some(name)
                if is_global && (name.starts_with('$') && name.len() > 1 && names.len() > 1 || FUNCTIONS.contains(&name.as_str())) =>
            {
                Some(0)
            }
            _ => names.iter().position(|name| name == CLIENT).filter(|at| names.len() > at + 2),
        };
        let Some(begins) = begins else { continue };
        let args = call.arguments.iter().map_while(Argument::as_expression).map(|it| value(scripts, 0, it, 0)).collect();
        found.push(Called { name: names[begins..].join("."), args, at: program.text.place(call.callee.span().start as usize) });
    }
    found
}

/// Names that nothing declares and that servers do not have; `typeof` may ask for any.
pub(super) fn absent(scripts: &Scripts<'_, '_>) -> Vec<(String, Place)> {
    let program = &scripts.programs[0];
    let nodes = program.semantic.nodes();
    let mut found = Vec::new();
    for node in nodes.iter() {
        let AstKind::IdentifierReference(id) = node.kind() else { continue };
        let is_asked = matches!(nodes.parent_kind(node.id()), AstKind::UnaryExpression(it) if it.operator == UnaryOperator::Typeof);
        if ABSENT.contains(&id.name.as_str()) && !is_asked && scripts.symbol(0, id).is_none() {
            found.push((id.name.to_string(), program.text.place(id.span.start as usize)));
        }
    }
    found
}

pub(super) fn requires(scripts: &Scripts<'_, '_>) -> Vec<Require> {
    let program = &scripts.programs[0];
    let mut found = Vec::new();
    for node in program.semantic.nodes().iter() {
        let AstKind::CallExpression(call) = node.kind() else { continue };
        let Expression::Identifier(id) = call.callee.get_inner_expression() else { continue };
        if id.name != "require" || scripts.symbol(0, id).is_some() {
            continue;
        }
        let named = call.arguments.first().and_then(Argument::as_expression).map(|it| value(scripts, 0, it, 0));
        let at = named.as_ref().map_or_else(|| program.text.place(call.span.start as usize), |named| named.at.clone());
        found.push(Require { name: named.and_then(|named| named.text().map(str::to_owned)), at });
    }
    found
}
