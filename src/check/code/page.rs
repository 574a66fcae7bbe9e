//! What names mean in the scripts of one page, which share their globals.

use super::meaning::Meaning;
use super::program::Program;
use oxc_ast::AstKind;
use oxc_ast::ast::{
    Argument, AssignmentTarget, BindingPattern, BindingPatternKind, CallExpression, ChainElement, Expression, FormalParameters,
    IdentifierReference, Statement,
};
use oxc_semantic::SymbolId;
use std::collections::BTreeMap;

/// How often names are followed from one to the next.
const ROUNDS: usize = 6;

/// What is known of a page's names.
#[derive(Default)]
struct Names {
    symbols: BTreeMap<(usize, SymbolId), Meaning>,
    globals: BTreeMap<String, Meaning>,
    /// Properties, by how they are reached: `state.app`.
    paths: BTreeMap<String, Meaning>,
    /// What functions of other scripts are given.
    given: BTreeMap<String, Vec<Option<Meaning>>>,
    changed: bool,
}

/// The scripts of a page, whose names are known.
pub(super) struct Scripts<'p, 'a> {
    pub(super) programs: &'p [Program<'a>],
    names: Names,
}

impl<'p, 'a> Scripts<'p, 'a> {
    /// Follows names until nothing new is learnt.
    pub(super) fn read(programs: &'p [Program<'a>]) -> Self {
        let mut scripts = Self { programs, names: Names::default() };
        for _ in 0..ROUNDS {
            scripts.names.changed = false;
            for index in 0..programs.len() {
                scripts.learn(index);
            }
            if !scripts.names.changed {
                break;
            }
        }
        scripts
    }

    fn learn(&mut self, index: usize) {
        let programs = self.programs;
        for node in programs[index].semantic.nodes().iter() {
            match node.kind() {
                AstKind::VariableDeclarator(it) => {
                    if let Some(meaning) = it.init.as_ref().and_then(|init| self.meaning(index, init)) {
                        self.bind(index, &it.id, &meaning);
                    }
                }
                AstKind::AssignmentExpression(it) => {
                    if let Some(meaning) = self.meaning(index, &it.right) {
                        self.assign(index, &it.left, meaning);
                    }
                }
                AstKind::CallExpression(call) => self.hand_over(index, call),
                AstKind::Function(function) => {
                    let of_all = function.id.as_ref().filter(|id| id.symbol_id.get().is_some_and(|symbol| self.is_global(index, symbol)));
                    if let Some(given) = of_all.and_then(|id| self.names.given.get(id.name.as_str())).cloned() {
                        self.give(index, &function.params, given);
                    }
                }
                _ => {}
            }
        }
    }

    fn assign(&mut self, index: usize, target: &AssignmentTarget<'a>, meaning: Meaning) {
        match target {
            AssignmentTarget::AssignmentTargetIdentifier(id) if self.is_set_once(index, id) => self.name(index, id, meaning),
            AssignmentTarget::StaticMemberExpression(member) => {
                let name = member.property.name.as_str();
                if self.meaning(index, &member.object) == Some(Meaning::Window) {
                    set(&mut self.names.globals, name.to_owned(), meaning, &mut self.names.changed);
                } else if let Some(path) = self.path(index, &member.object) {
                    set(&mut self.names.paths, format!("{path}.{name}"), meaning, &mut self.names.changed);
                }
            }
            _ => {}
        }
    }

    /// Whether a name of a function's own is one thing for good: what is set again may be anything. A page's globals are taken to be.
    fn is_set_once(&self, index: usize, id: &IdentifierReference<'a>) -> bool {
        let scoping = self.programs[index].semantic.scoping();
        self.symbol(index, id).is_none_or(|symbol| scoping.get_resolved_references(symbol).filter(|it| it.is_write()).count() == 1)
    }

    /// Whether a function is called in one place of its script alone, so that what it is given there is what it is always given.
    fn is_called_once(&self, index: usize, callee: &Expression<'a>) -> bool {
        let Expression::Identifier(id) = callee.get_inner_expression() else { return true };
        let scoping = self.programs[index].semantic.scoping();
        self.symbol(index, id).is_none_or(|symbol| scoping.get_resolved_references(symbol).count() == 1)
    }

    fn name(&mut self, index: usize, id: &IdentifierReference<'a>, meaning: Meaning) {
        match self.symbol(index, id) {
            Some(symbol) => self.known(index, symbol, meaning),
            None => set(&mut self.names.globals, id.name.to_string(), meaning, &mut self.names.changed),
        }
    }

    /// A name of a script's own; that of a classic script's outermost scope is every script's.
    fn known(&mut self, index: usize, symbol: SymbolId, meaning: Meaning) {
        let program = &self.programs[index];
        let scoping = program.semantic.scoping();
        if !program.text.is_module && scoping.symbol_scope_id(symbol) == scoping.root_scope_id() {
            set(&mut self.names.globals, scoping.symbol_name(symbol).to_owned(), meaning.clone(), &mut self.names.changed);
        }
        set(&mut self.names.symbols, (index, symbol), meaning, &mut self.names.changed);
    }

    fn bind(&mut self, index: usize, pattern: &BindingPattern<'a>, meaning: &Meaning) {
        match &pattern.kind {
            BindingPatternKind::BindingIdentifier(id) => {
                if let Some(symbol) = id.symbol_id.get() {
                    self.known(index, symbol, meaning.clone());
                }
            }
            BindingPatternKind::ObjectPattern(object) => {
                for property in &object.properties {
                    if let Some(member) = property.key.static_name().and_then(|name| meaning.member(&name)) {
                        self.bind(index, &property.value, &member);
                    }
                }
            }
            BindingPatternKind::AssignmentPattern(with_default) => self.bind(index, &with_default.left, meaning),
            BindingPatternKind::ArrayPattern(_) => {}
        }
    }

    /// What a call gives to the function that it calls, or that it is given.
    fn hand_over(&mut self, index: usize, call: &CallExpression<'a>) {
        if let Some(Meaning::Method(on, name)) = self.meaning(index, &call.callee) {
            if let (Meaning::Promise(inner), "then", Some(first)) = (&*on, name.as_str(), call.arguments.first())
                && let Some(params) = first.as_expression().and_then(|given| self.params(index, given))
            {
                self.give(index, params, vec![Some((**inner).clone())]);
            }
            return;
        }
        let given: Vec<_> = call.arguments.iter().map(|it| it.as_expression().and_then(|it| self.meaning(index, it))).collect();
        if given.iter().all(Option::is_none) {
            return;
        }
        match self.params(index, &call.callee) {
            Some(params) if self.is_called_once(index, &call.callee) => self.give(index, params, given),
            Some(_) => {}
            None => {
                // Another script's function, if it is one: a name of this script's own is known, and no function.
                if let Expression::Identifier(id) = call.callee.get_inner_expression()
                    && self.symbol(index, id).is_none()
                {
                    let known = self.names.given.entry(id.name.to_string()).or_insert_with(|| {
                        self.names.changed = true;
                        given.clone()
                    });
                    // Given this here and that there: it may be anything.
                    known.truncate(known.iter().zip(&given).take_while(|(one, other)| one == other).count());
                }
            }
        }
    }

    fn give(&mut self, index: usize, params: &FormalParameters<'a>, given: Vec<Option<Meaning>>) {
        for (param, meaning) in params.items.iter().zip(given) {
            if let Some(meaning) = meaning {
                self.bind(index, &param.pattern, &meaning);
            }
        }
    }

    /// The function that an expression is, where it stands in the same script.
    pub(super) fn function(&self, index: usize, expression: &Expression<'a>) -> Option<AstKind<'a>> {
        let semantic = &self.programs[index].semantic;
        let by_span = |span: oxc_span::Span| {
            let here = |kind: &AstKind<'a>| match kind {
                AstKind::Function(it) => it.span == span,
                AstKind::ArrowFunctionExpression(it) => it.span == span,
                _ => false,
            };
            semantic.nodes().iter().map(|node| node.kind()).find(here)
        };
        match expression.get_inner_expression() {
            Expression::FunctionExpression(it) => by_span(it.span),
            Expression::ArrowFunctionExpression(it) => by_span(it.span),
            Expression::Identifier(id) => {
                let declared = semantic.scoping().symbol_declaration(self.symbol(index, id)?);
                match semantic.nodes().kind(declared) {
                    kind @ AstKind::Function(_) => Some(kind),
                    AstKind::VariableDeclarator(it) => match it.init.as_ref()? {
                        init @ (Expression::FunctionExpression(_) | Expression::ArrowFunctionExpression(_)) => self.function(index, init),
                        _ => None,
                    },
                    _ => None,
                }
            }
            _ => None,
        }
    }

    fn params(&self, index: usize, expression: &Expression<'a>) -> Option<&'a FormalParameters<'a>> {
        match self.function(index, expression)? {
            AstKind::Function(it) => Some(&it.params),
            AstKind::ArrowFunctionExpression(it) => Some(&it.params),
            _ => None,
        }
    }

    pub(super) fn symbol(&self, index: usize, id: &IdentifierReference<'a>) -> Option<SymbolId> {
        let scoping = self.programs[index].semantic.scoping();
        scoping.get_reference(id.reference_id.get()?).symbol_id()
    }

    /// How a property is reached.
    fn path(&self, index: usize, expression: &Expression<'a>) -> Option<String> {
        match expression.get_inner_expression() {
            Expression::ThisExpression(_) => Some(format!("{index}:this")),
            Expression::Identifier(id) => Some(match self.symbol(index, id) {
                Some(symbol) if !self.is_global(index, symbol) => format!("{index}:{}:{symbol:?}", id.name),
                _ => id.name.to_string(),
            }),
            Expression::StaticMemberExpression(it) => Some(format!("{}.{}", self.path(index, &it.object)?, it.property.name)),
            _ => None,
        }
    }

    fn is_global(&self, index: usize, symbol: SymbolId) -> bool {
        let scoping = self.programs[index].semantic.scoping();
        !self.programs[index].text.is_module && scoping.symbol_scope_id(symbol) == scoping.root_scope_id()
    }

    /// What an expression is.
    pub(super) fn meaning(&self, index: usize, expression: &Expression<'a>) -> Option<Meaning> {
        let of = |it: &Expression<'a>| self.meaning(index, it);
        match expression.get_inner_expression() {
            Expression::Identifier(id) => match self.symbol(index, id) {
                Some(symbol) => self
                    .names
                    .symbols
                    .get(&(index, symbol))
                    .cloned()
                    .or_else(|| self.is_global(index, symbol).then(|| self.names.globals.get(id.name.as_str()).cloned()).flatten()),
                None => match id.name.as_str() {
                    "ZOHODESK" => Some(Meaning::Desk),
                    "window" | "self" | "globalThis" => Some(Meaning::Window),
                    name => self.names.globals.get(name).cloned(),
                },
            },
            member @ (Expression::StaticMemberExpression(_) | Expression::ComputedMemberExpression(_)) => {
                let member = member.as_member_expression()?;
                self.member(index, expression, member.object(), member.static_property_name()?)
            }
            Expression::ChainExpression(chain) => match &chain.expression {
                ChainElement::CallExpression(call) => self.called(index, call),
                ChainElement::StaticMemberExpression(it) => of(&it.object)?.member(it.property.name.as_str()),
                _ => None,
            },
            Expression::AwaitExpression(it) => of(&it.argument)?.awaited(),
            Expression::CallExpression(call) => self.called(index, call),
            Expression::AssignmentExpression(it) => of(&it.right),
            Expression::LogicalExpression(it) => of(&it.left).or_else(|| of(&it.right)),
            Expression::ConditionalExpression(it) => of(&it.consequent).or_else(|| of(&it.alternate)),
            Expression::SequenceExpression(it) => of(it.expressions.last()?),
            _ => None,
        }
    }

    fn member(&self, index: usize, whole: &Expression<'a>, object: &Expression<'a>, name: &str) -> Option<Meaning> {
        let known = self.path(index, whole).and_then(|path| self.names.paths.get(&path).cloned());
        known.or_else(|| match self.meaning(index, object)? {
            Meaning::Window if name != "ZOHODESK" => self.names.globals.get(name).cloned().or_else(|| Meaning::Window.member(name)),
            meaning => meaning.member(name),
        })
    }

    fn called(&self, index: usize, call: &CallExpression<'a>) -> Option<Meaning> {
        let callee = self.meaning(index, &call.callee)?;
        if let Meaning::Method(on, name) = &callee
            && let (Meaning::Promise(_), "then") = (&**on, name.as_str())
        {
            let given = call.arguments.first().and_then(Argument::as_expression)?;
            let given = match self.function(index, given)? {
                AstKind::ArrowFunctionExpression(it) if it.expression => match it.body.statements.first()? {
                    Statement::ExpressionStatement(it) => self.meaning(index, &it.expression)?,
                    _ => return None,
                },
                _ => return None,
            };
            return Some(match given {
                Meaning::Promise(_) => given,
                other => Meaning::Promise(Box::new(other)),
            });
        }
        callee.called()
    }
}

/// What is learnt first counts.
fn set<K: Ord>(known: &mut BTreeMap<K, Meaning>, key: K, meaning: Meaning, changed: &mut bool) {
    known.entry(key).or_insert_with(|| {
        *changed = true;
        meaning
    });
}
