//! A page from a text, and a small stage to play it on: time passes, timers are due, acts are collected.

use deskspec::clock::{Instant, Rank, Timeline};
use deskspec::extension::js::{Limits, Program, Sandbox};
use deskspec::extension::package::Package;
use deskspec::extension::{Act, Ask, Defect, DefectKind, HandlerAnswer, How, LocalStorage, Opening, Reply, Subject, WakeId};
use deskspec::host::{CallId, RequestId, WidgetId};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder of its own with a package of one widget, whose page is `html`; more files beside it.
pub(crate) fn package(html: &str, files: &[(&str, &str)]) -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!("package-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let manifest = json!({"modules": {"widgets": [{"name": "Widget", "location": "desk.background", "url": "/app/w.html"}]}}).to_string();
    for (file, text) in [("plugin-manifest.json", manifest.as_str()), ("app/w.html", html)].iter().chain(files) {
        let path = dir.join(file);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        std::fs::write(path, text).expect("the file is written");
    }
    dir
}

/// The page's program; places begin at `app/`.
pub(crate) fn program(html: &str) -> Arc<Program> {
    let dir = package(html, &[]);
    let package = Package::read(&dir, &sdk()).expect("the package is sound");
    let mut page = (*package.widgets[0].page).clone();
    let inside = |file: &str| file.strip_prefix(&format!("{}/", dir.display())).unwrap_or(file).to_owned();
    page.file = inside(&page.file);
    for script in &mut page.scripts {
        script.at.file = inside(&script.at.file);
    }
    for handler in &mut page.handlers {
        handler.at.file = inside(&handler.at.file);
    }
    std::fs::remove_dir_all(&dir).expect("the folder is removed");
    Arc::new(Program::compile(&page))
}

/// The file that stands for the client SDK: a copy of the real one, where `DESKSPEC_REAL_SDK` names it; else there is none, and ours runs.
fn sdk() -> BTreeMap<String, PathBuf> {
    let url = SDK.split('"').nth(1).expect("the SDK's URL").to_owned();
    real().map(|file| (url, file)).into_iter().collect()
}

/// The copy of the real client SDK that `DESKSPEC_REAL_SDK` names.
pub(crate) fn real() -> Option<PathBuf> {
    std::env::var_os("DESKSPEC_REAL_SDK").map(PathBuf::from)
}

/// A page that loads the SDK, registers, and runs `body` with its `App`.
pub(crate) fn registered(body: &str) -> String {
    format!("{SDK}<script>\nZOHODESK.extension.onload().then(App => {{\n{body}\n}});\n</script>")
}

/// The client SDK's script element.
pub(crate) const SDK: &str = r#"<script src="https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.min.js"></script>"#;

/// What a widget is opened with, in UTC, seed 1.
pub(crate) fn opening() -> Opening {
    Opening {
        widget: WidgetId(1),
        extension: "tracker".to_owned(),
        location: "desk.background".to_owned(),
        app: json!({"uniqueID": "key-1", "locale": "en-US", "location": "desk.background", "meta": {"dcType": "us"}}),
        time_zone: jiff::tz::TimeZone::UTC,
        registration: Some(15_000),
        seed: 1,
        local: LocalStorage::default(),
    }
}

/// A widget on a stage of its own.
pub(crate) struct Play {
    pub(crate) sandbox: Sandbox,
    pub(crate) now: Instant,
    pub(crate) acts: Vec<Act>,
    due: Timeline<WakeId>,
    calls: u32,
}

impl Play {
    pub(crate) fn open(html: &str) -> Self {
        Self::with(&program(html), opening(), Limits::default())
    }

    pub(crate) fn with(program: &Arc<Program>, opening: Opening, limits: Limits) -> Self {
        let sandbox = Sandbox::new(program.clone(), opening, limits);
        let mut play = Self { sandbox, now: Instant::START, acts: Vec::new(), due: Timeline::default(), calls: 0 };
        let acts = play.sandbox.open(play.now);
        play.keep(acts);
        play
    }

    fn keep(&mut self, acts: Vec<Act>) -> Vec<Act> {
        for act in &acts {
            if let Act::WakeMe { wake, at } = act {
                self.due.put(*at, Rank::Timer, *wake);
            }
        }
        self.acts.extend(acts.iter().cloned());
        acts
    }

    /// A hook; what the widget did at once.
    pub(crate) fn ask(&mut self, hook: &str, payload: Value) -> Vec<Act> {
        self.calls += 1;
        let acts = self.sandbox.ask(self.now, CallId(self.calls), hook, &payload);
        self.keep(acts)
    }

    /// The verdicts on the hook, if they come at once.
    pub(crate) fn verdicts(&mut self, hook: &str, payload: Value) -> Option<Vec<HandlerAnswer>> {
        let acts = self.ask(hook, payload);
        answers(&acts)
    }

    pub(crate) fn deliver(&mut self, event: &str, payload: Value) -> Vec<Act> {
        let acts = self.sandbox.deliver(self.now, event, &payload);
        self.keep(acts)
    }

    pub(crate) fn settle(&mut self, request: RequestId, reply: Reply) -> Vec<Act> {
        let acts = self.sandbox.settle(self.now, request, &reply);
        self.keep(acts)
    }

    /// Time passes; what the widget did meanwhile.
    pub(crate) fn pass(&mut self, ms: u64) -> Vec<Act> {
        let (until, from) = (self.now + ms, self.acts.len());
        while let Some((at, wake)) = self.due.take(until) {
            self.now = at;
            let acts = self.sandbox.wake(at, wake);
            self.keep(acts);
        }
        self.now = until;
        self.acts[from..].to_vec()
    }

    /// The page is taken away; what the widget did because of that.
    pub(crate) fn close(&mut self) -> Vec<Act> {
        let acts = self.sandbox.close(self.now);
        self.keep(acts)
    }

    /// What has been logged.
    pub(crate) fn log(&self) -> Vec<String> {
        let text = |act: &Act| if let Act::Log { text, .. } = act { Some(text.clone()) } else { None };
        self.acts.iter().filter_map(text).collect()
    }

    pub(crate) fn defects(&self) -> Vec<Defect> {
        defects(&self.acts)
    }

    /// Its defects as `kind line:column handler text`.
    pub(crate) fn shown(&self) -> Vec<String> {
        self.defects().iter().map(show).collect()
    }

    pub(crate) fn asks(&self) -> Vec<(RequestId, Ask)> {
        let ask = |act: &Act| if let Act::Ask { request, ask, .. } = act { Some((*request, ask.clone())) } else { None };
        self.acts.iter().filter_map(ask).collect()
    }
}

pub(crate) fn defects(acts: &[Act]) -> Vec<Defect> {
    acts.iter().filter_map(|act| if let Act::Defect(defect) = act { Some(defect.clone()) } else { None }).collect()
}

pub(crate) fn answers(acts: &[Act]) -> Option<Vec<HandlerAnswer>> {
    acts.iter().find_map(|act| if let Act::Answer { answers, .. } = act { Some(answers.clone()) } else { None })
}

pub(crate) fn show(defect: &Defect) -> String {
    let at = defect.at.as_ref().map_or_else(|| "?".to_owned(), |at| format!("{}:{}:{}", at.file, at.line, at.column));
    format!("{:?} {at} {} {}", defect.kind, defect.handler.as_deref().unwrap_or("-"), defect.text)
}

/// A verdict as far as every SDK tells it: a copy of the real one says that it is a success or none, and not how it came about.
pub(crate) fn told(answer: HandlerAnswer) -> HandlerAnswer {
    let HandlerAnswer { how, mut value } = answer;
    if real().is_none() {
        return HandlerAnswer { how, value };
    }
    let error = value.as_mut().and_then(Value::as_object_mut);
    let is_mistake = error.is_some_and(|error| error.remove("stack").is_some() && error["name"] != "Error");
    let how = match how {
        How::Returned | How::Resolved if value.as_ref().is_some_and(Value::is_boolean) => How::Returned,
        How::Returned | How::Resolved => How::Resolved,
        How::Threw if is_mistake => How::Threw,
        How::Threw | How::Rejected => How::Rejected,
    };
    HandlerAnswer { how, value }
}

pub(crate) fn kinds(acts: &[Act]) -> Vec<DefectKind> {
    defects(acts).iter().map(|defect| defect.kind).collect()
}
