//! What the pages of frameworks and of bundlers ask a browser for: kinds of elements, watching, sizes, style sheets, validity.

use crate::dom::holds;
use crate::play::Play;
use deskspec::extension::DefectKind;

#[test]
fn elements_are_of_their_kinds() {
    holds(&[
        (
            "const is = (tag, name) => document.createElement(tag) instanceof window[name]; [is('iframe', 'HTMLIFrameElement'), is('video', 'HTMLMediaElement'), is('col', 'HTMLTableColElement'), is('q', 'HTMLQuoteElement'), is('blink', 'HTMLUnknownElement'), is('section', 'HTMLUnknownElement'), is('x-y', 'HTMLUnknownElement'), is('div', 'HTMLIFrameElement')].join()",
            "true,true,true,true,true,false,false,false",
        ),
        (
            "[$('#g') instanceof SVGSVGElement, $('path') instanceof SVGElement, $('path') instanceof HTMLElement, $('b').firstChild instanceof Text, document.createComment('') instanceof Comment, document instanceof Node].join()",
            "true,true,false,true,true,true",
        ),
        (
            "Object.prototype.toString.call(document.createElement('video')) + HTMLMediaElement.name",
            "[object HTMLVideoElement]HTMLMediaElement",
        ),
        (
            "const use = document.createElementNS('http://www.w3.org/2000/svg', 'use'); use.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', '#a'); use.namespaceURI + use.getAttribute('xlink:href') + document.createElementNS('http://www.w3.org/1999/xhtml', 'p').tagName",
            "http://www.w3.org/2000/svg#aP",
        ),
        (
            "const l = document.createElement('link'); l.relList.add('modulepreload'); l.rel + l.relList.supports('ModulePreload') + l.relList.supports('nonsense') + l.relList.contains('modulepreload')",
            "modulepreloadtruefalsetrue",
        ),
        ("try { $('#list').classList.supports('x') } catch (e) { log.push(e.name) }; log", "TypeError"),
        (
            "const f = document.createElement('input'); f.type = 'file'; (f.files instanceof FileList) + '' + f.files.length + $('#name').files + ($$('li') instanceof FileList)",
            "true0nullfalse",
        ),
        (
            "const a = document.createElement('a'); a.href = '/p/q?x=1#h'; log.push(a.protocol, a.host, a.pathname, a.search, a.hash, a.origin); a.search = 'y=2'; a.hash = ''; a.hostname = 'b.example'; log.push(a.href, String(a)); log",
            "https:,extension.example.com,/p/q,?x=1,#h,https://extension.example.com,https://b.example/p/q?y=2,https://b.example/p/q?y=2",
        ),
    ]);
}

/// What a page logs once its jobs have run.
fn logs(script: &str) -> Vec<String> {
    let play = Play::open(&format!(
        "<div id=out><p id=p class=a>one</p></div><script>const out = document.getElementById('out'), p = document.getElementById('p');
        const tell = all => console.log(all.map(r => [r.type, r.target.id || r.target.nodeName, r.attributeName, r.oldValue, [...r.addedNodes].map(n => n.nodeName).join('+'), [...r.removedNodes].map(n => n.nodeName).join('+'), r.previousSibling && r.previousSibling.nodeName].map(x => x ?? '').join(':')).join(' '));
        {script}</script>"
    ));
    let strange: Vec<_> = play.defects().into_iter().filter(|defect| defect.kind != DefectKind::NotRegistered).collect();
    assert!(strange.is_empty(), "{script}: {strange:?}");
    play.log()
}

#[test]
fn changes_of_the_tree_are_told_in_one_list() {
    let cases = [
        (
            "new MutationObserver(tell).observe(out, {childList: true}); out.append('x', document.createElement('b')); p.append('deep'); p.remove(); console.log('before')",
            vec!["before", "childList:out:::#text+B::P childList:out::::P:"],
        ),
        (
            "new MutationObserver(tell).observe(out, {childList: true, subtree: true}); p.innerHTML = '<i></i><b></b>'; p.textContent = 'x'; p.replaceChildren()",
            vec!["childList:p:::I+B:#text: childList:p:::#text:I+B: childList:p::::#text:"],
        ),
        (
            "new MutationObserver(tell).observe(out, {attributes: true, subtree: true, attributeOldValue: true}); p.className = 'b'; p.id = 'q'; p.removeAttribute('none'); p.classList.add('c'); p.style.color = 'red'; p.textContent = ''",
            vec!["attributes:q:class:a::: attributes:q:id:p::: attributes:q:class:b::: attributes:q:style::::"],
        ),
        (
            "new MutationObserver(tell).observe(p, {attributeFilter: ['id']}); p.className = 'b'; p.toggleAttribute('hidden'); p.id = 'q'",
            vec!["attributes:q:id::::"],
        ),
        (
            "new MutationObserver(tell).observe(out, {characterData: true, subtree: true, characterDataOldValue: true}); p.firstChild.data = 'two'; p.firstChild.nodeValue = 'three'",
            vec!["characterData:#text::one::: characterData:#text::two:::"],
        ),
        (
            "const o = new MutationObserver(tell); o.observe(p, {attributes: true}); p.id = 'a'; console.log(o.takeRecords().length, o.takeRecords().length); p.id = 'b'; o.disconnect(); p.id = 'c'",
            vec!["1 0"],
        ),
        (
            "let n = 0; const o = new MutationObserver((all, me) => { console.log(all.length, me === o); if (n++ < 2) p.id = 'n' + n }); o.observe(p, {attributes: true}); p.id = 'a'; p.id = 'b'",
            vec!["2 true", "1 true", "1 true"],
        ),
        (
            "const d = []; for (const make of [() => new MutationObserver(), () => new MutationObserver(tell).observe(p, {}), () => new MutationObserver(tell).observe('p', {childList: true})]) try { make() } catch (e) { d.push(e.name) } console.log(d.join())",
            vec!["TypeError,TypeError,TypeError"],
        ),
        (
            "new MutationObserver(all => console.log(all.flatMap(r => [...r.addedNodes]).map(n => n.id).join())).observe(document.body, {childList: true})</script><i id=later></i><script>",
            vec!["later,"],
        ),
    ];
    for (script, expected) in cases {
        assert_eq!(logs(script), expected, "{script}");
    }
}

#[test]
fn there_is_no_layout() {
    holds(&[
        (
            "JSON.stringify($('#list').getBoundingClientRect())",
            "{\"x\":0,\"y\":0,\"width\":0,\"height\":0,\"top\":0,\"right\":0,\"bottom\":0,\"left\":0}",
        ),
        (
            "$('#list').offsetHeight + document.documentElement.offsetWidth + $('#list').getClientRects().length + $('#gone').getClientRects().length",
            "1",
        ),
        (
            "for (const Kind of [ResizeObserver, IntersectionObserver]) { const o = new Kind(() => log.push('called')); o.observe($('b')); o.unobserve($('b')); o.disconnect(); try { o.observe(1) } catch (e) { log.push(e.name) } }; log",
            "TypeError,TypeError",
        ),
        (
            "const m = matchMedia('(min-width: 1px)'); m.addListener(() => 1); m.addEventListener('change', () => 1); m.matches + m.media",
            "false(min-width: 1px)",
        ),
        (
            "$('#out').style.color = 'red'; getComputedStyle($('#out')).color + getComputedStyle($('#out')).getPropertyValue('color')",
            "redred",
        ),
        ("const c = document.createElement('canvas'); !!c.getContext('2d') + '' + c.getContext('webgl')", "truenull"),
    ]);
    let play = Play::open("<script>\n  document.createElement('canvas').getContext('2d').fillRect(0, 0, 1, 1);\n</script>");
    let first = crate::play::show(&play.defects()[0]);
    assert!(first.contains("w.html:2:") && first.contains("CanvasRenderingContext2D.fillRect is not supported here"), "{first}");
}

#[test]
fn style_sheets_are_lists_of_rules() {
    holds(&[
        (
            "const s = document.createElement('style'); s.textContent = \"a { color: red } @media print { b{} i{} } /* } */ c::after { content: '}' }\"; log.push(s.sheet); document.head.append(s); log.push([...s.sheet.cssRules].map(r => r.selectorText || r.cssText.slice(0, 6)).join('|')); log",
            ",a|@media|c::after",
        ),
        (
            "const s = document.head.appendChild(document.createElement('style')), sheet = document.styleSheets[0]; log.push(sheet.ownerNode === s, sheet.insertRule('a{}'), sheet.insertRule('b{}', 1)); sheet.deleteRule(0); log.push(s.sheet.cssRules.length, s.sheet.cssRules[0].selectorText, s.sheet === sheet, s.textContent === ''); log",
            "true,0,1,1,b,true,true",
        ),
        (
            "const s = new CSSStyleSheet(); for (const bad of [() => s.insertRule('a{}', 2), () => s.insertRule('none'), () => s.deleteRule(0)]) try { bad() } catch (e) { log.push(e.name) } s.replaceSync('a{} b{}'); log.push(s.cssRules.length); log",
            "IndexSizeError,SyntaxError,IndexSizeError,2",
        ),
    ]);
}

#[test]
fn markup_is_read_into_a_document_of_its_own() {
    holds(&[
        (
            "const d = new DOMParser().parseFromString('<title>T</title><p id=x>a<p>b<script>log.push(1)<\\/script>', 'text/html'); [d.title, d.body.children.length, d.getElementById('x').textContent, d.head.children.length, document.getElementById('x'), log.length].join()",
            "T,2,a,1,,0",
        ),
        ("try { new DOMParser().parseFromString('', 'x') } catch (e) { log.push(e.name) }; log", "TypeError"),
    ]);
}

#[test]
fn fields_say_what_is_wrong_with_them() {
    holds(&[(
        "const up = (html, value) => { $('#out').innerHTML = html; const e = $('#out').firstChild; if (value !== undefined) e.value = value; const v = e.validity; return Object.keys(v).filter(k => v[k]).join('+') + (v.valid === e.checkValidity() && v.valid === (e.validationMessage === '') && v instanceof ValidityState ? '' : '!') };
         log.push(up('<input required>'), up('<input required value=x>'), up('<input type=email value=x>'), up('<input type=url value=x>'), up('<input pattern=a+ value=b>'), up('<input type=number min=3 value=2>'), up('<input type=number max=3 value=4>'), up('<input type=number min=0>', '1.5'), up('<input type=number value=1.5>'), up('<input type=number step=any value=1.5 min=0>'), up('<input minlength=3>', 'ab'), up('<input minlength=3 value=ab>'), up('<select required><option value></select>'), up('<input required disabled>'), up('<input type=date min=2026-01-05 value=2026-01-04>'), up('<textarea minlength=3></textarea>', 'ab')); log",
        "valueMissing,valid,typeMismatch,typeMismatch,patternMismatch,rangeUnderflow,rangeOverflow,stepMismatch,valid,valid,tooShort,valid,valueMissing,valid,rangeUnderflow,tooShort",
    ), (
        "const n = $('#name'); n.setCustomValidity('no'); log.push(n.validity.customError, n.validity.valid); n.setCustomValidity(''); log.push(n.validity.valid, n.willValidate, $('#reset').willValidate); log",
        "true,false,true,true,false",
    )]);
}

#[test]
fn who_changes_what_it_watches_is_cut() {
    let play = Play::open(
        "<p id=p></p><script>const p = document.querySelector('p'); new MutationObserver(() => { p.id += 1 }).observe(p, {attributes: true}); p.id = 'a'</script>",
    );
    let first = crate::play::show(&play.defects()[0]);
    assert!(first.starts_with("OutOfFuel app/w.html:1:"), "{first}");
}
