//! What the client SDK has: read off the one that sandboxes bring.

use super::meaning::Meaning;
use crate::catalog::Catalog;
use crate::extension::js::SDK;
use oxc_allocator::Allocator;
use oxc_ast::AstKind;
use oxc_ast::ast::{ClassElement, Expression, MethodDefinitionKind, ObjectPropertyKind, PropertyKey};
use oxc_parser::Parser;
use oxc_semantic::SemanticBuilder;
use oxc_span::SourceType;
use std::sync::LazyLock;

/// The members of `ZOHODESK`, and of an instance.
#[derive(Default)]
struct Surface {
    desk: Vec<String>,
    extension: Vec<String>,
    instance: Vec<String>,
}

static SURFACE: LazyLock<Surface> = LazyLock::new(read);

/// The rule that says what `App` has.
const APP: &str = "SDK-01";

/// The members of it that the SDK has.
pub(super) fn members(on: &Meaning, catalog: &Catalog) -> Vec<String> {
    match on {
        Meaning::Desk => SURFACE.desk.clone(),
        Meaning::Extension => SURFACE.extension.clone(),
        Meaning::Instance | Meaning::Sibling => SURFACE.instance.clone(),
        Meaning::App => {
            let shape = catalog.rule(APP).and_then(|rule| rule.declares.as_ref());
            shape.into_iter().flat_map(|shape| &shape.keys).map(|key| key.key.clone()).collect()
        }
        Meaning::Window | Meaning::Promise(_) | Meaning::Method(..) => Vec::new(),
    }
}

fn read() -> Surface {
    let allocator = Allocator::default();
    let program = allocator.alloc(Parser::new(&allocator, SDK, SourceType::cjs().with_script(true)).parse().program);
    let semantic = SemanticBuilder::new().build(program).semantic;
    let mut surface = Surface::default();
    for node in semantic.nodes().iter() {
        match node.kind() {
            AstKind::AssignmentExpression(it) => {
                let target = it.left.as_member_expression().and_then(|member| member.static_property_name());
                if let (Some("ZOHODESK"), Expression::ObjectExpression(object)) = (target, &it.right) {
                    for property in object.properties.iter().filter_map(ObjectPropertyKind::as_property) {
                        let name = property.key.static_name().unwrap_or_default().into_owned();
                        if let Expression::ObjectExpression(inner) = &property.value {
                            let inner = inner.properties.iter().filter_map(ObjectPropertyKind::as_property);
                            surface.extension = inner.filter_map(|it| it.key.static_name()).map(|name| name.into_owned()).collect();
                        }
                        surface.desk.push(name);
                    }
                }
            }
            AstKind::Class(class) if class.id.as_ref().is_some_and(|id| id.name == "Instance") => {
                for element in &class.body.body {
                    if let ClassElement::MethodDefinition(method) = element
                        && !method.r#static
                        && method.kind == MethodDefinitionKind::Method
                        && let PropertyKey::StaticIdentifier(name) = &method.key
                    {
                        surface.instance.push(name.name.to_string());
                    }
                }
            }
            _ => {}
        }
    }
    surface
}
