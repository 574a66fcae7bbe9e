use super::super::page::Scripts;
use super::super::used::Arg;
use super::super::uses::value;
use super::calls::path;
use crate::extension::Place;
use oxc_ast::AstKind;
use oxc_ast::ast::{AssignmentExpression, AssignmentTarget, Expression, ObjectExpression, ObjectPropertyKind};
use oxc_span::GetSpan;

/// What a script exports.
#[derive(Debug)]
pub(crate) struct Exports {
    /// Where the script sets them.
    pub(super) offset: usize,
    /// Names, each with its place, and whether a function may stand there.
    pub(crate) names: Vec<(String, Place, bool)>,
    /// Whether there may be others.
    pub(crate) is_open: bool,
    /// What stands at `events`: the handlers that it registers (FD-02).
    pub(crate) events: Option<Arg>,
}

impl Exports {
    /// Whether there is a function of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.names.iter().any(|(known, _, is_function)| known == name && *is_function)
    }

    /// The functions' names.
    pub(crate) fn functions(&self) -> impl Iterator<Item = &str> {
        self.names.iter().filter(|(_, _, is_function)| *is_function).map(|(name, ..)| name.as_str())
    }
}

/// The key under which handlers are registered.
const EVENTS: &str = "events";

/// What stands behind `exports =`, or `module.exports =`, and what is put in one by one; none where nothing is.
pub(super) fn exports(scripts: &Scripts<'_, '_>) -> Option<Exports> {
    let program = &scripts.programs[0];
    let mut found: Option<Exports> = None;
    for node in program.semantic.nodes().iter() {
        let AstKind::AssignmentExpression(it) = node.kind() else { continue };
        let offset = it.span.start as usize;
        let one = || Exports { offset, names: Vec::new(), is_open: false, events: None };
        match target(it).as_deref() {
            Some([]) => of_object(scripts, &it.right, found.get_or_insert_with(one)),
            Some([name]) => {
                let at = program.text.place(offset);
                put(scripts, found.get_or_insert_with(one), name, at, &it.right);
            }
            _ => {}
        }
    }
    found
}

/// What of the exports is set: nothing is all, a name is one of them.
fn target(it: &AssignmentExpression<'_>) -> Option<Vec<String>> {
    let names = match &it.left {
        AssignmentTarget::AssignmentTargetIdentifier(id) => vec![id.name.to_string()],
        target => {
            let member = target.as_member_expression()?;
            let mut names = path(member.object())?;
            names.push(member.static_property_name()?.to_owned());
            names
        }
    };
    let inside = match names.first().map(String::as_str) {
        Some("exports") => 1,
        Some("module") if names.get(1).is_some_and(|name| name == "exports") => 2,
        _ => return None,
    };
    Some(names[inside..].to_vec())
}

fn put<'a>(scripts: &Scripts<'_, 'a>, exports: &mut Exports, name: &str, at: Place, right: &Expression<'a>) {
    if name == EVENTS {
        exports.events = Some(value(scripts, 0, right, 0));
        return;
    }
    exports.names.push((name.to_owned(), at, may_be_function(right)));
}

fn may_be_function(it: &Expression<'_>) -> bool {
    !matches!(
        it.get_inner_expression(),
        Expression::ArrayExpression(_)
            | Expression::ObjectExpression(_)
            | Expression::StringLiteral(_)
            | Expression::NumericLiteral(_)
            | Expression::BooleanLiteral(_)
            | Expression::NullLiteral(_)
            | Expression::TemplateLiteral(_)
    )
}

fn of_object<'a>(scripts: &Scripts<'_, 'a>, right: &Expression<'a>, exports: &mut Exports) {
    match right.get_inner_expression() {
        Expression::ObjectExpression(object) => keys(scripts, object, exports),
        // `exports = module.exports = {…}`: the inner one is met by itself.
        Expression::AssignmentExpression(_) => {}
        Expression::Identifier(id) => {
            let nodes = scripts.programs[0].semantic.nodes();
            let declared = scripts.symbol(0, id).map(|symbol| scripts.programs[0].semantic.scoping().symbol_declaration(symbol));
            match declared.map(|node| nodes.kind(node)) {
                Some(AstKind::VariableDeclarator(it)) => match &it.init {
                    Some(init @ Expression::ObjectExpression(_)) => of_object(scripts, init, exports),
                    _ => exports.is_open = true,
                },
                _ => exports.is_open = true,
            }
        }
        _ => exports.is_open = true,
    }
}

fn keys<'a>(scripts: &Scripts<'_, 'a>, object: &ObjectExpression<'a>, exports: &mut Exports) {
    let text = scripts.programs[0].text;
    for property in &object.properties {
        let named = match property {
            ObjectPropertyKind::ObjectProperty(property) => property.key.static_name().map(|name| (name, property)),
            ObjectPropertyKind::SpreadProperty(_) => None,
        };
        match named {
            Some((name, property)) => put(scripts, exports, &name, text.place(property.key.span().start as usize), &property.value),
            None => exports.is_open = true,
        }
    }
}
