//! jQuery as a package's local file runs a test widget. Its file is named by `DESKSPEC_JQUERY`, or fetched from npm in CI; it is no part of the repository.

use deskspec::extension::js::{Limits, Program, Sandbox};
use deskspec::extension::package::Package;
use deskspec::extension::{Act, Ask, DefectKind, Gesture, LocalStorage, Opening, Reply, Subject};
use deskspec::host::WidgetId;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

const PAGE: &str = r#"<script src="https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.min.js"></script><script src="jquery.js"></script>
<div id="box" class="a"><p>one</p><p class="x">two</p><p style="display: none">three</p></div><select id="s"><option value="1">One</option></select>
<input id="q" value="w"><button id="b">B</button><ul id="list"></ul><script>
$(function () {
  ZOHODESK.extension.onload().then(function () {
    console.log($('#box p').length, $('p:visible').length, $('p').eq(1).text(), $('#box > .x').hasClass('x'), $('p:first').text());
    $('#box').html('<b>bold</b>').append('<i>it</i>').addClass('c').attr('data-z', 1).css('color', 'red');
    console.log($('#box').html(), $('#box').attr('class'), $('#box').data('z'), $('#box').css('color'));
    $('#s').append($('<option>', { value: 2, text: 'Two' })).val('2');
    console.log($('#s').val(), $('#s option:selected').text(), $('#q').val());
    $('body').on('click', '#b', function (e) { console.log('clicked', this.id, e.type); $('#list').append('<li>' + $('#q').val() + '</li>'); $('#q').hide(); });
    $('#b').trigger('click');
    console.log($('#list li').length, $('#q').is(':hidden'));
    $('#q').show();
    console.log($('#q').is(':hidden'), $('<div><span>1</span></div>').find('span').text(), $.param({ a: [1, 2] }));
    $.ajax({ url: 'https://a.example/x', method: 'POST', contentType: 'application/json', data: JSON.stringify({ a: 1 }), dataType: 'json' })
      .done(function (data) { console.log('done', data.n); $('#list').html(data.n.map(function (n) { return '<li>' + n + '</li>'; }).join('')); })
      .fail(function (request, status) { console.log('failed', request.status, status); });
  });
});
</script>"#;

/// jQuery's file, or why there is none.
fn jquery(folder: &Path) -> Result<PathBuf, String> {
    if let Some(file) = std::env::var_os("DESKSPEC_JQUERY") {
        return Ok(file.into());
    }
    if std::env::var_os("CI").is_none() {
        return Err("set DESKSPEC_JQUERY to jquery.js of the npm package".to_owned());
    }
    let packed = Command::new("npm").args(["install", "--no-save", "--ignore-scripts", "--prefix"]).arg(folder).arg("jquery").output();
    let file = folder.join("node_modules/jquery/dist/jquery.js");
    if file.is_file() { Ok(file) } else { Err(format!("npm does not bring it: {packed:?}")) }
}

fn opened(dir: &Path) -> (Sandbox, Vec<Act>) {
    let package = Package::read(dir, &BTreeMap::new()).expect("a sound package");
    let program = Arc::new(Program::compile(&package.widgets[0].page));
    let opening = Opening {
        widget: WidgetId(1),
        extension: "jquery".to_owned(),
        location: "desk.background".to_owned(),
        app: json!({"uniqueID": "key-1"}),
        time_zone: jiff::tz::TimeZone::UTC,
        registration: Some(15_000),
        seed: 1,
        local: LocalStorage::default(),
    };
    let mut sandbox = Sandbox::new(program, opening, Limits::default());
    let mut acts = sandbox.open(deskspec::clock::Instant::START);
    // jQuery is ready in a timer of its own.
    for _ in 0..5 {
        let wakes: Vec<_> = acts.iter().filter_map(|act| if let Act::WakeMe { wake, .. } = act { Some(*wake) } else { None }).collect();
        acts.extend(wakes.into_iter().filter(|wake| wake.0 > 0).flat_map(|wake| sandbox.wake(deskspec::clock::Instant::START, wake)));
    }
    (sandbox, acts)
}

fn log(acts: &[Act]) -> Vec<&str> {
    acts.iter().filter_map(|act| if let Act::Log { text, .. } = act { Some(text.as_str()) } else { None }).collect()
}

#[test]
fn jquery_runs_our_widget() {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("jquery");
    std::fs::create_dir_all(dir.join("app")).expect("a folder");
    let file = match jquery(&dir) {
        Ok(file) => file,
        Err(why) => return println!("skipped: {why}"),
    };
    std::fs::copy(&file, dir.join("app/jquery.js")).expect("jQuery's file");
    let widget = json!({"name": "J", "location": "desk.background", "url": "/app/w.html"});
    std::fs::write(dir.join("plugin-manifest.json"), json!({"modules": {"widgets": [widget]}}).to_string()).expect("a file");
    std::fs::write(dir.join("app/w.html"), PAGE).expect("a file");
    let (mut sandbox, acts) = opened(&dir);
    let defects: Vec<_> =
        acts.iter().filter(|act| matches!(act, Act::Defect(defect) if defect.kind != DefectKind::NotRegistered)).collect();
    assert!(defects.is_empty(), "{defects:?}");
    let expected =
        ["3 2 two true one", "<b>bold</b><i>it</i> a c 1 red", "2 Two w", "clicked b click", "1 true", "false 1 a%5B%5D=1&a%5B%5D=2"];
    assert_eq!(log(&acts), expected);
    let asked = acts
        .iter()
        .find_map(|act| if let Act::Ask { request, ask: Ask::Fetch { call }, .. } = act { Some((*request, call.clone())) } else { None });
    let (request, call) = asked.expect("jQuery asks a service");
    assert_eq!((call.method.as_str(), call.url.as_str(), &call.body), ("POST", "https://a.example/x", &json!("{\"a\":1}")));
    let now = deskspec::clock::Instant::START;
    let answer = Reply::Resolve(json!({"data": {"statusCode": 200, "statusMessage": {"n": [1, 2]}}}));
    assert_eq!(log(&sandbox.settle(now, request, &answer)), ["done [1,2]"]);
    assert_eq!(sandbox.look(now, Some("#list li")).map(|look| look.texts), Ok(vec!["1".to_owned(), "2".to_owned()]));
    let acts = sandbox.operate(now, &Gesture::Click { selector: "#b".to_owned() }).expect("it is done");
    assert_eq!(log(&acts), ["clicked b click"]);
}
