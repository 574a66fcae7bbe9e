//! Where a page is, what it keeps, and what its parts send each other.

use crate::play::Play;
use deskspec::extension::DefectKind;

/// What a page logs within a second.
fn logs(script: &str) -> Vec<String> {
    let mut play =
        Play::open(&format!("<a id=l href='#sec'>s</a><script>const log = (...all) => console.log(all.join(' ')); {script}</script>"));
    play.pass(1_000);
    let strange: Vec<_> = play.defects().into_iter().filter(|defect| defect.kind != DefectKind::NotRegistered).collect();
    assert!(strange.is_empty(), "{script}: {strange:?}");
    play.log()
}

const LISTEN: &str = "addEventListener('popstate', e => log('pop', JSON.stringify(e.state), location.pathname + location.hash));
    onhashchange = e => log('hash', e.oldURL.split('#')[1] ?? '', e.newURL.split('#')[1] ?? '');";

#[test]
fn a_page_moves_within_itself() {
    let cases = [
        (
            "log(history.length, history.state); const s = {a: 1}; history.pushState(s, '', '/x?q#h'); s.a = 2; log(history.length, history.state.a, location.pathname, location.search, location.hash, document.URL === location.href)",
            vec!["1 ", "2 1 /x ?q #h true"],
        ),
        (
            "history.pushState(1, '', '#a'); history.replaceState(2, '', '#b'); history.pushState(3, ''); log(history.length, location.hash); history.go(-2); log('later'); setTimeout(() => history.forward(), 10); setTimeout(() => history.go(9), 20); setTimeout(() => log(history.state, history.length), 30)",
            vec!["3 #b", "later", "pop null /app/w.html", "hash b ", "pop 2 /app/w.html#b", "hash  b", "2 3"],
        ),
        (
            "location.hash = 'a'; log('set'); location.href = '#b'; location.replace('#c'); location = location.href.replace('#c', '#d'); location.hash = '#d'; log(history.length)",
            vec![
                "pop null /app/w.html#a",
                "set",
                "pop null /app/w.html#b",
                "pop null /app/w.html#c",
                "pop null /app/w.html#d",
                "4",
                "hash  a",
                "hash a b",
                "hash b c",
                "hash c d",
            ],
        ),
        ("document.getElementById('l').click(); log(location.hash)", vec!["pop null /app/w.html#sec", "#sec", "hash  sec"]),
        (
            "try { history.pushState(0, '', 'https://b.example/') } catch (e) { log(e.name) } try { history.pushState(() => 1, '') } catch (e) { log(e.name) } try { history.pushState(0) } catch (e) { log(e.name) } log(history.length, location.origin)",
            vec!["SecurityError", "DataCloneError", "TypeError", "1 https://extension.example.com"],
        ),
        (
            "history.pushState(0, '', 'sub/y'); const a = document.createElement('a'); a.href = 'z'; log(a.pathname); onpopstate = e => log(e instanceof PopStateEvent, e.constructor.name); history.back()",
            vec!["/app/sub/z", "pop null /app/w.html", "true PopStateEvent"],
        ),
    ];
    for (script, expected) in cases {
        assert_eq!(logs(&format!("{LISTEN} {script}")), expected, "{script}");
    }
}

#[test]
fn a_page_that_would_leave_itself_says_so() {
    for (script, name) in [
        ("location.href = '/other.html'", "leaving the page for \"/other.html\""),
        ("location = 'https://b.example/#x'", "leaving the page for \"https://b.example/#x\""),
        ("location.search = 'a=1'", "leaving the page for \"?a=1\""),
        ("location.replace(location.href)", "leaving the page for "),
        (
            "document.getElementById('l').setAttribute('href', 'o.html'); document.getElementById('l').click()",
            "following the link \"o.html\"",
        ),
        ("location.reload()", "location.reload"),
        ("history.go()", "history.go(0)"),
    ] {
        let play = Play::open(&format!("<a id=l>l</a><script>\n{script}\n</script>"));
        let first = crate::play::show(&play.defects()[0]);
        assert!(first.starts_with("Unsupported app/w.html:2:") && first.contains(&format!("- {name}")), "{script}: {first}");
    }
}

#[test]
fn channels_have_two_ends() {
    let cases = [
        (
            "document.body; const c = new MessageChannel(), m = {a: 1}; c.port1.onmessage = e => log(e.data.a, e.data !== m, e.target === c.port1); c.port2.postMessage(m); m.a = 2; log('first')",
            vec!["first", "1 true true"],
        ),
        (
            "const {port1, port2} = new MessageChannel(); port1.addEventListener('message', e => log(e.data)); port2.postMessage(1); port2.postMessage(2); setTimeout(() => { log('start'); port1.start() }, 10)",
            vec!["start", "1", "2"],
        ),
        (
            "const {port1, port2} = new MessageChannel(); port1.onmessage = e => log(e.data); port2.postMessage(1); port1.close(); port2.postMessage(2); log(port1 instanceof MessagePort)",
            vec!["true"],
        ),
        (
            "const {port1, port2} = new MessageChannel(); let n = 0; port1.onmessage = () => { if (++n < 8) port2.postMessage(null); else log(n, performance.now() < 100) }; port2.postMessage(null)",
            vec!["8 true"],
        ),
    ];
    for (script, expected) in cases {
        assert_eq!(logs(script), expected, "{script}");
    }
}

#[test]
fn cookies_are_the_widgets_own() {
    let cases = [
        (
            "document.cookie = 'a=1; path=/; SameSite=None'; document.cookie = 'b = 2=3 '; document.cookie = 'a=4'; log(document.cookie)",
            vec!["a=4; b=2=3"],
        ),
        (
            "document.cookie = 'a=1'; document.cookie = 'b=2'; document.cookie = 'a=; max-age=0'; document.cookie = 'c=3; HttpOnly'; log(document.cookie)",
            vec!["b=2"],
        ),
        (
            "document.cookie = 'a=1; expires=Thu, 01 Jan 1970 00:00:00 GMT'; document.cookie = 'b=2; Max-Age=1'; document.cookie = 'c=3; expires=' + new Date(Date.now() + 500).toUTCString(); log(document.cookie.slice(0, 3)); setTimeout(() => log(document.cookie === ''), 1000)",
            vec!["b=2", "true"],
        ),
    ];
    for (script, expected) in cases {
        assert_eq!(logs(script), expected, "{script}");
    }
    assert_eq!(logs("log(document.cookie === '')"), ["true"], "another widget has none of them");
}
