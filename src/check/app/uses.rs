//! Installation parameters and request templates where they are used.

use super::super::code::app::{Arg, Called};
use super::super::flaws::Flaws;
use super::super::found::keys;
use super::known::instead;
use super::read::App;
use super::templates::FILLED;
use crate::compare::{Path, Segment};
use crate::extension::Place;
use crate::extension::app::{IPARAMS_PAGE, REQUESTS};
use crate::record::Severity;
use regex::Regex;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What a template is filled with: of the installation, or of whom invokes it.
static NAMED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b(iparam|context)\.([A-Za-z_$][\w$]*)").unwrap_or_else(|error| panic!("{error}")));
/// What the platform adds to the parameters.
const ADDED: [&str; 2] = ["oauth_iparams", "isUpdate"];
/// How a template is invoked.
const INVOKE: [&str; 2] = ["$request.invokeTemplate", "client.request.invokeTemplate"];
/// The part of a template that may have what is secure.
const HEADERS: &str = "headers";

/// A name that a template is filled with.
struct Filled {
    of: String,
    name: String,
    template: String,
    path: Vec<Segment>,
}

/// Where parameters are read, where templates are invoked, and what nobody uses.
pub(super) fn look(found: &mut Flaws, app: &App<'_>) {
    let filled = filled(app);
    let declared: Vec<&str> = app.iparams.iter().flat_map(|document| document.entries(&[])).map(|(name, _)| name).collect();
    parameters(found, app, &filled, &declared);
    let calls: Vec<&Called> = app
        .scripts()
        .flat_map(|script| &script.calls)
        .filter(|call| INVOKE.contains(&call.name.as_str()))
        .filter(|_| !app.hides_templates())
        .collect();
    for call in &calls {
        invoked(found, app, call, &filled);
    }
    for (document, (name, _)) in app.requests.iter().flat_map(|document| document.entries(&[]).map(move |entry| (document, entry))) {
        if !app.says(name) {
            let text = format!("nothing invokes the request template \"{name}\"");
            found.weighing(Severity::Note, "FD-16", &document.at(&keys![name]), text, "leave it out, unless something else does");
        }
    }
}

fn parameters(found: &mut Flaws, app: &App<'_>, filled: &[Filled], declared: &[&str]) {
    // A page of the app's own may ask for any.
    if app.survey.has(IPARAMS_PAGE) {
        return;
    }
    let Some(iparams) = &app.iparams else { return };
    let lacks = |name: &str| !declared.contains(&name) && !ADDED.contains(&name);
    let help = |name: &str| instead(name, declared.iter().copied(), "declare it in config/iparams.json");
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for (name, at) in app.scripts().flat_map(|script| &script.iparams) {
        used.insert(name);
        if lacks(name) {
            found.weighing(Severity::Warning, "FD-01", at, format!("there is no installation parameter \"{name}\""), help(name));
        }
    }
    for it in filled.iter().filter(|it| it.of == "iparam") {
        let Some(at) = app.requests.as_ref().map(|document| document.at(&it.path)) else { continue };
        used.insert(&it.name);
        if lacks(&it.name) {
            found.at("FD-01", &at, format!("there is no installation parameter \"{}\"", it.name), help(&it.name));
        }
        let is_secure = iparams.value.pointer(&format!("/{}/secure", it.name)) == Some(&Value::Bool(true));
        if is_secure && it.path.get(2) != Some(&Segment::Key(HEADERS.to_owned())) {
            let text = format!("\"{}\" is secure, and only headers of a request template may have it", it.name);
            found.weighing(Severity::Warning, "FD-01", &at, text, "send it as a header, or make it a parameter that is not secure");
        }
    }
    for name in declared.iter().filter(|name| !used.contains(**name) && !app.says(name)) {
        let text = format!("nothing reads the installation parameter \"{name}\"");
        found.weighing(Severity::Note, "FD-01", &iparams.at(&keys![*name]), text, "leave it out, unless something else does");
    }
}

/// What stands between `<%=` and `%>` in the templates.
fn filled(app: &App<'_>) -> Vec<Filled> {
    let mut found = Vec::new();
    for (name, value) in app.requests.iter().flat_map(|document| document.entries(&[])) {
        walk(value, &Path::new(keys![name]), &mut |text, path| {
            for named in FILLED.find_iter(text).flat_map(|filled| NAMED.captures_iter(filled.as_str())) {
                found.push(Filled {
                    of: named[1].to_owned(),
                    name: named[2].to_owned(),
                    template: name.to_owned(),
                    path: path.segments().to_vec(),
                });
            }
        });
    }
    found
}

fn walk(value: &Value, path: &Path, told: &mut dyn FnMut(&str, &Path)) {
    match value {
        Value::String(text) => told(text, path),
        Value::Object(keys) => keys.iter().for_each(|(key, value)| walk(value, &path.join(Segment::Key(key.clone())), told)),
        Value::Array(items) => items.iter().enumerate().for_each(|(at, value)| walk(value, &path.join(Segment::Index(at)), told)),
        _ => {}
    }
}

fn invoked(found: &mut Flaws, app: &App<'_>, call: &Called, filled: &[Filled]) {
    let Some(first) = call.args.first() else { return };
    let Some(name) = first.text() else {
        let text = "the name of a request template is computed: it is not looked at";
        return found.weighing(Severity::Note, "FD-16", &first.at, text, "write the name, if it is always the same");
    };
    let defined: Vec<&str> = app.requests.iter().flat_map(|document| document.entries(&[])).map(|(name, _)| name).collect();
    if !defined.contains(&name) {
        let help = instead(name, defined, &format!("define it in {REQUESTS}, and declare it in the manifest"));
        return found.at("fdk.template_not_found", &first.at, format!("there is no request template \"{name}\""), help);
    }
    undeclared(found, app, name, &first.at);
    let context = call.args.get(1).and_then(|options| options.key("context"));
    if let Some(context) = context {
        lacking(found, context, filled.iter().filter(|it| it.of == "context" && it.template == name));
    }
}

/// What a template needs and is not given.
fn lacking<'f>(found: &mut Flaws, context: &Arg, needs: impl Iterator<Item = &'f Filled>) {
    let mut said = BTreeSet::new();
    for it in needs.filter(|it| context.lacks(&it.name)) {
        if said.insert(&it.name) {
            let text = format!("the request template \"{}\" is filled with context.{}, which is not given here", it.template, it.name);
            found.weighing(Severity::Warning, "FD-16", &context.at, text, format!("add {}: …", it.name));
        }
    }
}

fn undeclared(found: &mut Flaws, app: &App<'_>, name: &str, at: &Place) {
    let declares = |part: &super::parts::Part| part.has(&app.manifest, "requests").iter().any(|(known, _)| *known == name);
    if !app.parts.iter().any(declares) {
        let help = format!("add \"{name}\": {{}} to \"requests\" of the product, or of the module common");
        found.at("fdk.template_not_found", at, format!("the manifest declares no request template \"{name}\""), help);
    }
}
