//! The document: what pages do with elements, as the counts over public widgets show it.

use crate::play::Play;
use deskspec::extension::DefectKind;

const PAGE: &str = "<html><head><title>W</title></head><body>
    <form id=f name=order><label for=name>Name</label><input id=name name=name value=Ann required><input type=checkbox id=box name=box value=yes>
    <input type=radio name=r value=1 checked><input type=radio name=r value=2 id=r2><textarea id=note name=note>text</textarea>
    <select id=s name=s><option value=a>A</option><option value=b selected>B b</option><optgroup disabled><option>C</option></optgroup></select>
    <button id=go>Go</button><button id=reset type=reset>Undo</button><button id=plain type=button name=x value=y>P</button></form>
    <ul id=list class='x y'><li class=one>1</li><li class='two x' data-a='v w'>2</li><li>3<b>bold</b></li></ul>
    <table id=t><tr><td>1<td>2</table><div id=out></div><svg id=g viewBox='0 0 1 1'><path d=M0/></svg>
    <script type='text/template' id=tpl><p>{{x}}</p></script><template id=tp><i>in</i></template><div id=gone hidden>secret</div>";

/// Runs a script that ends in an expression, and compares what that comes to.
pub(crate) fn holds(cases: &[(&str, &str)]) {
    for (script, expected) in cases {
        let (before, last) = script.rsplit_once("; ").unwrap_or(("", script));
        let html = format!(
            "{PAGE}<script>const $ = s => document.querySelector(s), $$ = s => document.querySelectorAll(s), log = [];
            {before}; console.log(String({last}))</script>"
        );
        let play = Play::open(&html);
        let strange: Vec<_> = play.defects().into_iter().filter(|defect| defect.kind != DefectKind::NotRegistered).collect();
        assert!(strange.is_empty(), "{script}: {strange:?}");
        assert_eq!(play.log(), [*expected], "{script}");
    }
}

#[test]
fn selectors_find_what_they_mean() {
    let ids = |selector: &str| format!("[...$$({selector:?})].map(e => e.id || e.getAttribute('class') || e.localName).join()");
    let cases = [
        ("ul > li:first-child", "one"),
        ("ul li:last-child b, #name", "name,b"),
        ("li:not(.one):not(:last-child)", "two x"),
        ("li:not(.one, .two)", "li"),
        ("[data-a~=w]", "two x"),
        ("[data-a^='v'][data-a$=\"w\"][data-a*=' ']", "two x"),
        ("[type=CHECKBOX]", "box"),
        ("[class='X y' i]", "list"),
        ("li:nth-child(2n+1)", "one,li"),
        ("li:nth-child(even)", "two x"),
        ("li:nth-last-child(1)", "li"),
        ("li:nth-child(-n+2 of .x, .one)", "one,two x"),
        ("li:first-of-type, td:only-of-type", "one"),
        ("li + li", "two x,li"),
        (".one ~ li", "two x,li"),
        (":checked", "input,option"),
        ("option:checked", "option"),
        ("input:checked", "input"),
        (":is(#name, #box):enabled", "name,box"),
        ("ul:has(> li > b)", "list"),
        ("li:has(+ li)", "one,two x"),
        ("option:disabled", "option"),
        ("*|*#name:required", "name"),
        ("div:empty", "out"),
        (":root > body > ul", "list"),
        ("tbody > tr > td:nth-of-type(2)", "td"),
        ("svg path", "path"),
        ("#n\\61me", "name"),
    ];
    for (selector, expected) in cases {
        holds(&[(&ids(selector), expected)]);
    }
    holds(&[
        ("$('#list').querySelector(':scope > li').className", "one"),
        ("$('b').closest('li').matches('li:last-child')", "true"),
        (
            "try { $('a[') } catch (e) { log.push(e.name, e instanceof DOMException) } try { $('div:visible') } catch (e) { log.push(e.name) }; log",
            "SyntaxError,true,SyntaxError",
        ),
        (
            "const live = document.getElementsByTagName('li'), n = live.length; live[0].remove(); n + '' + live.length + $$('li').length",
            "322",
        ),
        ("document.forms.order.id + document.forms[0].elements.length + document.getElementsByName('r').length", "f92"),
    ]);
}

#[test]
fn the_tree_changes() {
    holds(&[
        ("$('#out').innerHTML = '<p>a<p>b'; $('#out').innerHTML", "<p>a</p><p>b</p>"),
        ("$('#t').innerHTML", "<tbody><tr><td>1</td><td>2</td></tr></tbody>"),
        ("$('#t tbody').innerHTML = '<tr><td>x'; $('#t').textContent", "x"),
        (
            "$('#list').insertAdjacentHTML('beforeend', '<li>4'); $('#list').insertAdjacentHTML('afterbegin', '<li>0'); $('#list').textContent",
            "0123bold4",
        ),
        ("$('.one').outerHTML = '<li>a</li><li>b</li>'; $('#list').children.length", "4"),
        (
            "$('.one').before('x', document.createElement('hr')); $('.one').after('y'); $('#list').innerHTML.slice(0, 39)",
            "x<hr><li class=\"one\">1</li>y<li class=\"",
        ),
        ("$('.one').replaceWith(document.createTextNode('t')); $('#list').firstChild.nodeValue + $('#list').childNodes.length", "t3"),
        ("$('#list').replaceChildren(); $('#list').hasChildNodes()", "false"),
        (
            "const c = $('#list').cloneNode(true); c.querySelector('b').textContent = 'z'; $('b').textContent + c.textContent + c.isConnected",
            "bold123zfalse",
        ),
        (
            "$('#tpl').innerHTML + $('#tp').content.firstChild.outerHTML + $('#tp').innerHTML + $$('i').length",
            "<p>{{x}}</p><i>in</i><i>in</i>0",
        ),
        ("$('#out').append(document.createComment('c'), 'a & b'); $('#out').innerHTML + $('#out').textContent", "<!--c-->a &amp; ba & b"),
        (
            "try { $('#list').insertBefore($('#f'), $('#out')) } catch (e) { log.push(e.name) } try { $('b').appendChild($('#list')) } catch (e) { log.push(e.name) }; log",
            "NotFoundError,HierarchyRequestError",
        ),
        (
            "const f = document.createDocumentFragment(); f.append(...$('#list').children); f.childElementCount + '' + $('#list').children.length",
            "30",
        ),
        ("const l = $('#list'); while (l.firstChild) l.removeChild(l.firstChild); l.innerHTML === ''", "true"),
        ("$('#g').namespaceURI.slice(-3) + $('#g').getAttribute('viewBox') + $('#g').tagName + $('path').localName", "svg0 0 1 1svgpath"),
        ("const e = document.createElementNS('http://www.w3.org/2000/svg', 'linearGradient'); e.tagName", "linearGradient"),
        (
            "[$('b').nodeType, document.nodeType, $('b').firstChild.nodeType, Node.TEXT_NODE, $('b').parentNode.nodeName].join()",
            "1,9,3,3,LI",
        ),
        ("$('.one').compareDocumentPosition($('.two')) + ',' + $('#list').compareDocumentPosition($('b'))", "4,20"),
        (
            "$('#out').innerHTML = '<img src=x onerror=log.push(1)><script>log.push(2)<\\/script>'; log.length + $('#out').children.length",
            "2",
        ),
        ("$('.two').innerText = 'a\\nb'; $('#list').innerText", "1\na b\n3bold"),
    ]);
}

#[test]
fn attributes_and_what_they_show() {
    holds(&[
        (
            "const e = $('#out'); e.style.cssText = 'color: red; --x: 1'; e.style.marginTop = '2px'; e.style.color = ''; e.getAttribute('style') + e.style.getPropertyValue('--x')",
            "--x: 1; margin-top: 2px;1",
        ),
        (
            "$('#out').setAttribute('style', 'display: none'); $('#out').style.display + getComputedStyle($('#out')).display + getComputedStyle($('b')).display",
            "nonenoneinline",
        ),
        (
            "const d = $('.two').dataset; d.fooBar = 1; delete d.a; JSON.stringify(d) + $('.two').getAttribute('data-foo-bar')",
            "{\"fooBar\":\"1\"}1",
        ),
        (
            "const c = $('#list').classList; c.add('z'); c.replace('x', 'q'); [...c].join() + c.length + c.contains('q') + c.toggle('z')",
            "q,y,z3truefalse",
        ),
        ("try { $('#list').classList.add('a b') } catch (e) { log.push(e.name) }; log", "InvalidCharacterError"),
        (
            "const a = document.createElement('a'); a.href = '../x?y#z'; a.href + a.pathname + a.getAttribute('href')",
            "https://extension.example.com/x?y#z/x../x?y#z",
        ),
        ("'value' in $('#out') || $('#out').value !== undefined || $('#out').href !== undefined", "false"),
        (
            "Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set !== undefined && $('#name') instanceof HTMLInputElement && !($('#name') instanceof HTMLSelectElement)",
            "true",
        ),
        (
            "[...$('.two').attributes].map(a => a.name + a.value).join() + $('.two').toggleAttribute('hidden') + $('.two').hidden",
            "classtwo x,data-av wtruetrue",
        ),
        ("$('#name').maxLength + $('#name').tabIndex + '' + $('#out').tabIndex + $('#name').labels[0].textContent", "-1-1Name"),
        (
            "Object.prototype.toString.call(document) + Object.prototype.toString.call($('#f')) + JSON.stringify($('b'))",
            "[object HTMLDocument][object HTMLFormElement]{}",
        ),
    ]);
}

#[test]
fn events_go_down_and_up() {
    holds(&[
        (
            "for (const [n, e] of [['w', window], ['d', document], ['l', $('#list')], ['b', $('b')]]) for (const c of [true, false]) e.addEventListener('go', ev => log.push(n + (c ? '>' : '<') + ev.eventPhase), c); $('b').dispatchEvent(new CustomEvent('go', {bubbles: true})); log.join(' ')",
            "w>1 d>1 l>1 b>2 b<2 l<3 d<3 w<3",
        ),
        (
            "$('#list').addEventListener('go', e => { e.stopPropagation(); log.push('l') }, true); $('b').addEventListener('go', () => log.push('b')); $('b').dispatchEvent(new Event('go', {bubbles: true})); log",
            "l",
        ),
        ("$('b').addEventListener('click', () => log.push('once'), {once: true}); $('b').click(); $('b').click(); log", "once"),
        (
            "const c = new AbortController(); $('b').addEventListener('click', () => log.push(1), {signal: c.signal}); c.abort(); $('b').click(); log.length",
            "0",
        ),
        ("$('#box').addEventListener('click', e => e.preventDefault()); $('#box').click(); $('#box').checked", "false"),
        ("$('#box').onchange = e => log.push(e.type, e.target.checked); $('#box').click(); log", "change,true"),
        (
            "$('#box').addEventListener('x', e => e.preventDefault(), {passive: true}); const e = new Event('x', {cancelable: true}); $('#box').dispatchEvent(e) + '' + e.defaultPrevented",
            "truefalse",
        ),
        (
            "document.addEventListener('click', e => log.push(e.target.closest('li').className, e instanceof MouseEvent)); $('.two').click(); log",
            "two x,true",
        ),
        (
            "const o = {handleEvent(e) { log.push(this === o, e.currentTarget === $('b')) }}; $('b').addEventListener('x', o); $('b').dispatchEvent(new Event('x')); log",
            "true,true",
        ),
        (
            "const e = document.createEvent('CustomEvent'); e.initCustomEvent('x', true, true, 5); $('#list').addEventListener('x', v => log.push(v.detail)); $('b').dispatchEvent(e); log",
            "5",
        ),
        ("$('#out').innerHTML = '<b id=z onclick=\"log.push(this.id, event.type)\">'; $('#z').click(); log", "z,click"),
        (
            "const t = new EventTarget(); t.addEventListener('x', e => log.push(e.target === t)); t.dispatchEvent(new Event('x')); log",
            "true",
        ),
        (
            "$('#name').focus(); log.push(document.activeElement.id); $('#name').blur(); log.push(document.activeElement.localName); log",
            "name,body",
        ),
    ]);
}

#[test]
fn fields_hold_what_is_put_into_them() {
    holds(&[
        ("const s = $('#s'); log.push(s.value, s.selectedIndex, s.options.length, s.options[1].text); s.value = 'a'; log.push(s.selectedIndex, s.selectedOptions[0].value); s.selectedIndex = -1; log.push(s.value, s.selectedIndex); log", "b,1,3,B b,0,a,,-1"),
        ("const s = $('#s'); s.add(new Option('New', 'n', false, true)); s.options.length + s.value + s.lastElementChild.outerHTML", "4n<option value=\"n\">New</option>"),
        ("const s = $('#s'); s.innerHTML = ''; s.value + s.length; s.options[0] = new Option('x'); s.value + s.options.length", "x1"),
        ("const s = $('#s'); s.multiple = true; s.options[0].selected = true; [...s.selectedOptions].map(o => o.value).join()", "a,b"),
        ("$('#r2').checked = true; document.querySelectorAll('[name=r]')[0].checked + '' + $('#f').elements.r[1].checked", "falsetrue"),
        ("const n = $('#name'); n.value = 'Bo\\nb'; n.value + n.getAttribute('value') + n.defaultValue", "BobAnnAnn"),
        ("const n = document.createElement('input'); n.type = 'number'; n.value = 'x'; log.push(n.value); n.value = '12'; log.push(n.valueAsNumber + 1, n.type); log", ",13,number"),
        ("$('#note').value = 'a'; $('#note').value + $('#note').textContent", "atext"),
        ("$('#f').name.value + order.length", "Ann9"),
        ("[...new FormData($('#f'))].map(([k, v]) => k + '=' + v).join('&')", "name=Ann&r=1&note=text&s=b"),
        ("$('#f').onsubmit = e => { log.push(e.submitter.id); return false }; $('#go').click(); $('#name').value = ''; $('#name').oninvalid = e => log.push(e.type); $('#go').click(); log", "go,invalid"),
        ("$('#name').value = 'x'; $('#box').checked = true; $('#s').value = 'a'; $('#reset').click(); $('#name').value + $('#box').checked + $('#s').value", "Annfalseb"),
        ("$('label').click(); $('#box').insertAdjacentHTML('afterend', '<label><input type=checkbox id=in> <i id=l>l</i></label>'); $('#l').click(); document.activeElement.id + $('#in').checked", "intrue"),
        ("const n = $('#name'); n.setCustomValidity('no'); n.checkValidity() + n.validationMessage + $('#f').checkValidity()", "falsenofalse"),
    ].map(|(script, expected)| (script.replace("order.length", "document.forms.order.length"), expected))
    .iter().map(|(script, expected)| (script.as_str(), *expected)).collect::<Vec<_>>());
}

#[test]
fn a_page_grows_while_it_is_read() {
    let play = Play::open(
        "<head><script>console.log(document.body, document.readyState, document.currentScript.parentNode.localName);
            document.addEventListener('DOMContentLoaded', () => console.log('ready', document.getElementById('late').id, document.readyState));
            document.onreadystatechange = () => console.log(document.readyState); onload = () => console.log('load')</script></head>
        <body onload='console.log(\"never\")'><p id=early></p><script>console.log(document.getElementById('early').id, document.getElementById('late'))</script><p id=late></p>
        <script>window.onload = () => console.log('loaded')</script>",
    );
    assert_eq!(play.log(), ["null loading head", "early null", "interactive", "ready late interactive", "complete", "loaded"]);
}

#[test]
fn handlers_in_attributes_have_their_places() {
    let mut play = Play::open(
        "<p id=a\n  onclick=\"nothing()\"></p><p id=b onclick='a = = 1'></p><template><b onclick='x()'></b></template><p id=c onclick='console.log(this.id)'></p>\n<script>for (const id of 'abc') document.getElementById(id).click()</script>",
    );
    play.pass(1);
    assert_eq!(play.shown()[0], "Threw app/w.html:2:12 - threw ReferenceError: nothing is not defined");
    assert!(play.shown()[1].contains("app/w.html:2:") && play.shown()[1].contains("SyntaxError"), "{:?}", play.shown());
    assert_eq!(play.log(), ["c"]);
}

#[test]
fn what_a_template_holds_lies_in_it_and_the_content_of_a_meta_is_a_text() {
    let html = "<meta name=viewport content='w=1'><template><i>in</i></template><p id=a>x</p><script>
        console.log(document.getElementById('a').textContent, document.querySelector('meta').content, document.querySelector('template').content.textContent);
        console.log(document.head.innerHTML)</script>";
    let expected = ["x w=1 in", r#"<meta name="viewport" content="w=1"><template><i>in</i></template>"#];
    assert_eq!(Play::open(html).log(), expected);
}

#[test]
fn an_element_is_there_under_its_id() {
    holds(&[
        ("[list === $('#list'), window.box === $('#box'), 'lost' in window].join()", "true,true,false"),
        ("list.remove(); typeof list", "undefined"),
        ("var box = 7; [box, window.box, $('#box') === null].join()", "7,7,false"),
        ("function box() { return 8; }; box()", "8"),
        ("window.box = 9; box", "9"),
        ("var gone; [typeof gone, 'gone' in window, typeof neverHeardOf].join()", "undefined,true,undefined"),
    ]);
}

#[test]
fn what_is_put_in_later_is_there_under_its_id_too() {
    holds(&[
        (
            "const e = document.createElement('p'); e.id = 'fresh'; log.push(typeof fresh); $('#out').append(e); log.push(fresh === e); log",
            "undefined,true",
        ),
        (
            "$('#out').innerHTML = '<b id=inside></b><i id=name2></i>'; [inside.tagName, window.name2.tagName, 'outside' in window].join()",
            "B,I,false",
        ),
        ("$('#list').setAttribute('id', 'other'); [typeof list, other.id].join()", "undefined,other"),
        (
            "const e = $('#go').cloneNode(true); e.id = 'went'; document.body.append(e); went.onclick = () => log.push('clicked'); went.click(); log",
            "clicked",
        ),
        ("var fresh = 1; $('#out').id = 'fresh'; fresh", "1"),
        (
            "$('#out').innerHTML = '<p id=location></p><p id=fetch></p><p id=status></p>'; [typeof fetch, location.protocol, typeof status].join()",
            "function,https:,undefined",
        ),
        ("$('#out').innerHTML = '<p id=fresh></p>'; fresh = 5; [fresh, $('#fresh').id].join()", "5,fresh"),
        ("$('#list').id = 'second'; $('#second').id = 'third'; ['second' in window, typeof third].join()", "false,object"),
        ("try { nothing } catch (e) { log.push(e.name) }; log", "ReferenceError"),
    ]);
}
