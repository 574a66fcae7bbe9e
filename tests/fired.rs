//! What a feature fires by hand: everything that is documented can be, and what breaks the catalogue is the author's mistake, never ours.

use deskspec::catalog::{Catalog, Event, Hook, Payload, Sample, Type};
use deskspec::gherkin::{Pickle, parse, pickles};
use deskspec::host::desk::{Desk, Portal, Widget};
use deskspec::host::{Effect, Host, Input, Model};
use deskspec::record::{Fault, ScenarioRecord};
use deskspec::run::{OnDesk, Plan, Runner};
use deskspec::scenario::Setup;
use deskspec::stage::{Happened, Stage};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;

fn catalog() -> &'static Catalog {
    Catalog::documented()
}

fn run(scenarios: Vec<Pickle>, setup: &Arc<Setup>) -> Vec<ScenarioRecord> {
    let mut records = Vec::new();
    let runner = Runner::on_desk(OnDesk::new(Arc::clone(setup)));
    runner.run(&Plan::of(scenarios), &mut |record| records.push(record.clone())).expect("a run begins");
    records
}

/// In a dialect that has what is fired.
fn scenario(title: &str, steps: &str) -> Pickle {
    let only = catalog().event(title).map(|event| &event.dialects).or(catalog().hook(title).map(|hook| &hook.dialects));
    let tag = only.and_then(|only| only.first()).map(|dialect| format!("  @dialect:{dialect}\n")).unwrap_or_default();
    let text = format!("Feature: f\n{tag}  Scenario: {title}\n{steps}");
    let document = parse(&format!("{title}.feature"), &text).unwrap_or_else(|errors| panic!("{errors:?}\n{text}"));
    pickles(&document).remove(0)
}

/// A sentence, with a payload in its doc string where there is one.
fn step(sentence: &str, payload: Option<&Value>) -> String {
    payload.map_or_else(
        || format!("    {sentence}\n"),
        |payload| format!("    {sentence} with\n      \"\"\"json\n      {payload}\n      \"\"\"\n"),
    )
}

/// An event is fired at a listener who is there, and at one whom it cannot reach.
fn event_fired(name: &str, payload: Option<&Value>) -> Pickle {
    let form = catalog().may_receive(name, "desk.ticket.form.rightpanel") && !catalog().may_receive(name, "desk.background");
    let at = if form { "desk.ticket.form.rightpanel" } else { "desk.background" };
    let mut steps = step(&format!("Given the extension \"crm\" at \"{at}\" listens to the event \"{name}\""), None);
    if form {
        steps += &step("When the agent goes to the form for a new ticket", None);
        steps += &step(&format!("And the agent picks \"crm\" at \"{at}\""), None);
    }
    steps += &step(&format!("When Desk broadcasts the event \"{name}\""), payload);
    steps += &step(&format!("Then \"crm\" at \"{at}\" receives \"{name}\""), payload);
    scenario(name, &steps)
}

fn hook_fired(name: &str, payload: Option<&Value>) -> Pickle {
    let mut steps = step(&format!("Given the extension \"crm\" at \"desk.background\" answers false to the hook \"{name}\""), None);
    steps += &step(&format!("When Desk asks the hook \"{name}\""), payload);
    steps += &step(&format!("Then \"crm\" at \"desk.background\" is asked \"{name}\""), payload);
    steps += &step("And the action is stopped with Desk's general message", None);
    scenario(name, &steps)
}

/// A payload of this shape.
fn made(shape: &Payload) -> Value {
    match shape.of {
        Type::String | Type::Any => shape.values.first().map_or("text", String::as_str).into(),
        Type::Digits => "26811000000760569".into(),
        Type::Boolean => true.into(),
        Type::Number | Type::Integer => 7.into(),
        Type::Empty => Value::Null,
        Type::Array => shape.items.iter().map(|items| made(items)).collect(),
        Type::Object => {
            let first = |key: &str| shape.keys.iter().find(|other| other.key == key).and_then(|other| other.values.first());
            let there = |key: &&Payload| {
                !key.optional && key.when.as_ref().is_none_or(|when| first(&when.key).is_some_and(|it| when.any_of.contains(it)))
            };
            shape.keys.iter().filter(there).map(|key| (key.key.clone(), made(key))).collect()
        }
    }
}

/// The payloads that the pages show, or one of the documented shape where all that they show break it; for what has none, that there is none.
fn shown(own: &str, payload: &Payload, samples: &[Sample]) -> Vec<(String, Option<Value>)> {
    if payload.of == Type::Empty {
        return vec![(own.to_owned(), None)];
    }
    let sound = samples.iter().filter(|sample| sample.deviates.is_empty());
    let all: Vec<_> = sound.map(|sample| (sample.name.clone().unwrap_or_else(|| own.to_owned()), Some(sample.value.clone()))).collect();
    if all.is_empty() { vec![(own.to_owned(), Some(made(payload)))] } else { all }
}

fn events() -> Vec<(&'static Event, String, Option<Value>)> {
    let all = |event: &'static Event| shown(&event.name, &event.payload, &event.samples).into_iter().map(move |it| (event, it.0, it.1));
    catalog().events().flat_map(all).collect()
}

fn hooks() -> Vec<(&'static Hook, Option<Value>)> {
    let all = |hook: &'static Hook| shown(&hook.name, &hook.payload, &hook.samples).into_iter().map(move |it| (hook, it.1));
    catalog().hooks().flat_map(all).collect()
}

#[test]
fn every_documented_event_and_hook_can_be_fired() {
    let all = events().into_iter().map(|(_, name, payload)| event_fired(&name, payload.as_ref()));
    let scenarios: Vec<_> = all.chain(hooks().into_iter().map(|(hook, payload)| hook_fired(&hook.name, payload.as_ref()))).collect();
    let fired: BTreeSet<_> =
        events().iter().map(|(event, _, _)| event.rule.as_str()).chain(hooks().iter().map(|(it, _)| it.rule.as_str())).collect();
    let documented = catalog().events().map(|event| event.rule.as_str()).chain(catalog().hooks().map(|hook| hook.rule.as_str()));
    let left_out: Vec<_> = documented.filter(|rule| !fired.contains(rule)).collect();
    assert!(left_out.is_empty(), "{left_out:?} are not fired");
    for record in run(scenarios, &Arc::new(Setup::default())) {
        assert!(!record.failed(), "{}: {:?}", record.name, record.failures);
    }
}

/// Whatever is wrong with `value`: a key that nobody documents, one too few, one of another type.
fn spoilt(value: &Value) -> Vec<Value> {
    let mut all = vec![json!("text"), json!(7)];
    if let Value::Object(keys) = value {
        for (key, held) in keys {
            let mut without = keys.clone();
            without.shift_remove(key);
            let mut renamed = without.clone();
            renamed.insert(format!("{key}s"), held.clone());
            let mut retyped = keys.clone();
            retyped.insert(key.clone(), json!([7]));
            all.extend([renamed, retyped].map(Value::Object));
        }
    }
    all
}

/// Why the payload was refused: the violations' lines.
fn refused(record: &ScenarioRecord, section: &str) -> Vec<String> {
    let [failure] = record.failures.as_slice() else { panic!("{}: {:?}", record.name, record.failures) };
    assert_eq!(failure.fault, Fault::Feature, "{}: {failure:?}", record.name);
    assert!(failure.title.contains(section), "{}: no {section} in {}", record.name, failure.title);
    assert!(failure.details.iter().all(|line| line.starts_with('$')), "{:?}", failure.details);
    assert!(failure.labels.len() > 1, "nothing of the payload is pointed at: {failure:?}");
    failure.details.clone()
}

#[test]
fn a_payload_that_breaks_its_page_is_the_authors_mistake() {
    let mut cases = Vec::new();
    for (event, name, payload) in events() {
        // A custom field's label is whatever a portal calls it, and its values are whatever they are.
        for payload in spoilt(&payload.unwrap_or_default()).into_iter().filter(|it| !name.starts_with("ticket_cf_") || !it.is_object()) {
            cases.push((event_fired(&name, Some(&payload)), &event.sources[0]));
        }
    }
    for (hook, payload) in hooks() {
        let fits = |payload: &Value| deskspec::catalog::violations(&hook.payload, payload).is_empty();
        for payload in spoilt(&payload.unwrap_or_default()).into_iter().filter(|payload| !fits(payload)) {
            cases.push((hook_fired(&hook.name, Some(&payload)), &hook.sources[0]));
        }
    }
    assert!(cases.len() > 200, "{}", cases.len());
    let (scenarios, sections): (Vec<_>, Vec<_>) = cases.into_iter().unzip();
    for (record, section) in run(scenarios, &Arc::new(Setup::default())).iter().zip(sections) {
        assert!(!refused(record, section).is_empty());
    }
}

#[test]
fn what_is_not_played_is_expected_only_where_it_was_fired() {
    let mut setup = Setup::default();
    let unplayed = |json: &mut Value| {
        json["events"]["ticket_status.changed"]["played"] = false.into();
        json["hooks"]["ticket.close"]["played"] = false.into();
    };
    setup.catalog = Arc::new(Catalog::documented().with(unplayed).expect("a catalogue"));
    let setup = Arc::new(setup);
    let expectations = [
        "Then \"crm\" at \"desk.background\" does not receive \"ticket_status.changed\"",
        "Then \"crm\" at \"desk.background\" is not asked \"ticket.close\"",
    ];
    let listens = step("Given the extension \"crm\" at \"desk.background\" listens to the event \"ticket_status.changed\"", None)
        + &step("And the extension \"crm\" at \"desk.background\" allows the hook \"ticket.close\"", None);
    for expectation in expectations {
        let record = &run(vec![scenario("not fired", &(listens.clone() + &step(expectation, None)))], &setup)[0];
        let [failure] = record.failures.as_slice() else { panic!("{:?}", record.failures) };
        assert_eq!(failure.fault, Fault::Feature);
        assert!(failure.title.contains("does not play it yet"), "{}", failure.title);
        assert!(failure.help.as_ref().is_some_and(|help| help.contains("by hand before: `When Desk ")), "{:?}", failure.help);
        let fires = step("When Desk broadcasts the event \"ticket_status.changed\"", Some(&json!({"ticket.status": "Open"})))
            + &step("When Desk asks the hook \"ticket.close\"", None)
            + &step("When 1 second passes", None)
            + &step("When Desk broadcasts the event \"modal.closed\"", None);
        let record = &run(vec![scenario("fired", &(listens.clone() + &fires + &step(expectation, None)))], &setup)[0];
        assert!(!record.failed(), "{:?}", record.failures);
    }
}

/// A model that tells another payload than it was given.
struct Alters(Desk);

impl Model for Alters {
    fn apply(&mut self, now: deskspec::clock::Instant, input: Input) -> Vec<Effect> {
        let mut effects = self.0.apply(now, input);
        for effect in &mut effects {
            if let Effect::Deliver { payload, .. } = effect {
                *payload = json!({"task_Completed": "no"});
            }
        }
        effects
    }

    fn host(&self) -> Host<'_> {
        self.0.host()
    }
}

fn stage(host: Box<dyn Model>) -> Stage {
    let mut stage = Stage::new(host);
    stage.install(
        Widget::scripted("crm", "desk.background"),
        Box::new(|_, _| Box::new(deskspec::extension::Scripted::new(std::rc::Rc::default()))),
    );
    stage
}

#[test]
fn a_payload_of_the_authors_is_never_our_fault_and_an_altered_one_is() {
    let desk = || Desk::new(Arc::clone(Catalog::documented()), Portal::default());
    let brought = json!({"task_Completed": "yes", "more": 7});
    let mut sound = stage(Box::new(desk()));
    sound.fire_event("task_Completed", brought.clone());
    assert!(sound.breaches.is_empty(), "{:?}", sound.breaches);
    let delivered =
        |it: &deskspec::stage::Entry| matches!(&it.what, Happened::Host(Effect::Deliver { payload, .. }) if *payload == brought);
    assert!(sound.trace.entries.iter().any(delivered), "it is delivered as it was brought");
    let mut broken = stage(Box::new(Alters(desk())));
    broken.fire_event("task_Completed", brought.clone());
    assert_eq!(broken.breaches.len(), 1, "{:?}", broken.breaches);
}
