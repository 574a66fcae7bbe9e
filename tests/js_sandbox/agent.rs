//! What the agent does on a page, and sees of it.

use crate::play::Play;
use deskspec::extension::{Gesture, NotDone, Subject};

const PAGE: &str = "<p id=out>start</p><button id=go onclick='out.textContent = \"went\"' disabled>Go</button><label for=box>Box</label><input type=checkbox id=box>
    <input id=name value=Ann><input id=fixed readonly value=x><div id=free contenteditable></div><select id=s><option value=1>One</option><option value=2>Two</option><option disabled>Three</option></select>
    <p class=many>a</p><p class=many>b</p><p id=gone style='display: none'>hidden</p><script>const out = document.getElementById('out'), seen = [];
    for (const type of ['keydown', 'keyup', 'input', 'change', 'focus', 'blur', 'mousedown', 'mouseup', 'click']) document.addEventListener(type, e => seen.push(type[0] + (e.key || '')), true);
    const told = () => console.log(seen.splice(0).join(' '))</script>";

fn open() -> Play {
    Play::open(PAGE)
}

fn click(selector: &str) -> Gesture {
    Gesture::Click { selector: selector.to_owned() }
}

fn texts(play: &mut Play, selector: Option<&str>) -> Vec<String> {
    play.sandbox.look(play.now, selector).expect("a look").texts
}

#[test]
fn the_agent_types_and_leaves_the_field() {
    let mut play = open();
    let typed = |selector: &str, text: &str| Gesture::Type { selector: selector.to_owned(), text: text.to_owned() };
    play.sandbox.operate(play.now, &typed("#name", "Bo")).expect("it is done");
    play.sandbox.operate(play.now, &typed("#free", "x")).expect("it is done");
    assert_eq!((texts(&mut play, Some("#name")), texts(&mut play, Some("#free"))), (vec!["Bo".to_owned()], vec!["x".to_owned()]));
    play.sandbox.operate(play.now, &typed("#name", "")).expect("it is done");
    assert_eq!(texts(&mut play, Some("#name")), [""]);
    assert_eq!(play.sandbox.operate(play.now, &typed("#fixed", "y")), Err(NotDone::NoField));
    assert_eq!(play.sandbox.operate(play.now, &typed("#out", "y")), Err(NotDone::NoField));
}

#[test]
fn the_agent_clicks_and_chooses() {
    let mut play = open();
    play.sandbox.operate(play.now, &click("label")).expect("it is done");
    assert_eq!(texts(&mut play, Some("#box")), ["on"]);
    let choice = |option: &str| Gesture::Choose { selector: "#s".to_owned(), option: option.to_owned() };
    play.sandbox.operate(play.now, &choice("Two")).expect("it is done");
    assert_eq!(texts(&mut play, Some("#s")), ["Two"]);
    play.sandbox.operate(play.now, &choice("1")).expect("it is done");
    assert_eq!(texts(&mut play, Some("#s")), ["One"]);
    assert_eq!(play.sandbox.operate(play.now, &choice("Three")), Err(NotDone::Disabled));
    let others = vec!["One".to_owned(), "Two".to_owned(), "Three".to_owned()];
    assert_eq!(play.sandbox.operate(play.now, &choice("Four")), Err(NotDone::NoOption(others)));
    assert_eq!(
        play.sandbox.operate(play.now, &Gesture::Choose { selector: "#name".to_owned(), option: "x".to_owned() }),
        Err(NotDone::NoList)
    );
}

#[test]
fn what_cannot_be_done_is_told_and_is_no_defect() {
    let mut play = open();
    let cases = [("#none", NotDone::Nothing), ("#gone", NotDone::Nothing), (".many", NotDone::Many(2)), ("#go", NotDone::Disabled)];
    for (selector, expected) in cases {
        assert_eq!(play.sandbox.operate(play.now, &click(selector)), Err(expected), "{selector}");
    }
    for selector in ["#", "p:hover", "p:visible", "[", ""] {
        let refused = play.sandbox.operate(play.now, &click(selector));
        assert!(matches!(refused, Err(NotDone::BadSelector(_))), "{selector}: {refused:?}");
        assert!(matches!(play.sandbox.look(play.now, Some(selector)), Err(NotDone::BadSelector(_))), "{selector}");
    }
    assert_eq!(texts(&mut play, Some("#out")), ["start"]);
}

#[test]
fn what_is_hidden_is_not_seen() {
    let mut play = open();
    let look = play.sandbox.look(play.now, Some("p")).expect("a look");
    assert_eq!((look.texts, look.hidden), (vec!["start".to_owned(), "a".to_owned(), "b".to_owned()], 1));
    assert!(look.ids.contains(&"gone".to_owned()));
    assert_eq!(texts(&mut play, None), ["start GoBox a b"]);
}

#[test]
fn a_page_that_spins_when_it_is_clicked_is_cut() {
    let mut play = Play::open("<button id=b onclick='for (;;);'>B</button><script>setTimeout(() => 1, 1e6)</script>");
    let acts = play.sandbox.operate(play.now, &click("#b")).expect("it is done");
    assert_eq!(crate::play::kinds(&acts), [deskspec::extension::DefectKind::OutOfFuel]);
    assert_eq!(play.sandbox.operate(play.now, &click("#b")), Err(NotDone::NoPage));
    assert_eq!(play.sandbox.look(play.now, None), Err(NotDone::NoPage));
}
