//! An app from texts, and its server with what it does told as lines.

use deskspec::clock::Instant;
use deskspec::extension::app::App;
use deskspec::extension::js::{AppProgram, AppServer, Limits};
use deskspec::extension::{Act, Ask, HandlerAnswer, LocalStorage, Opening, Place, Reply, Subject, WakeId};
use deskspec::host::{CallId, RequestId, WidgetId};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// The sandbox's limit for a handler in these tests.
pub(crate) const PATIENCE: u64 = 20_000;

/// A folder of its own with these files.
pub(crate) fn folder(files: &[(&str, &str)]) -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!("app-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    for (file, text) in files {
        let path = dir.join(file);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        std::fs::write(path, text).expect("the file is written");
    }
    dir
}

/// One of the repository's own apps.
pub(crate) fn sample(name: &str) -> PathBuf {
    PathBuf::from("fixtures/apps").join(name)
}

/// A server, and what it is called.
pub(crate) struct Play {
    server: AppServer,
    /// The folder, which lines leave out.
    dir: String,
    pub(crate) now: Instant,
}

impl Play {
    /// The server of the app in `dir`, before it is opened.
    pub(crate) fn of(dir: &Path, maps: &[(&str, PathBuf)]) -> Self {
        let maps: BTreeMap<_, _> = maps.iter().map(|(name, path)| ((*name).to_owned(), path.clone())).collect();
        let app = App::read(dir, &maps).unwrap_or_else(|errors| panic!("{errors:?}"));
        let program = AppProgram::of(&app).expect("the app has a server");
        let opening = Opening {
            widget: WidgetId(1),
            extension: "app".to_owned(),
            location: "server".to_owned(),
            app: json!({"iparams": {"key": "secret"}}),
            registration: None,
            time_zone: jiff::tz::TimeZone::UTC,
            seed: 1,
            local: LocalStorage::default(),
        };
        let server = AppServer::new(Arc::new(program), opening, PATIENCE, Limits::default());
        Self { server, dir: format!("{}/", dir.display()), now: Instant(1_000_000) }
    }

    /// An app of one server.js whose handler for onTicketCreate is `handler`; more files beside it.
    pub(crate) fn one(server: &str, files: &[(&str, &str)], maps: &[(&str, PathBuf)]) -> (Self, Vec<String>) {
        let manifest = json!({"platform-version": "2.3", "product": {"freshdesk": {"events": {
            "onTicketCreate": {"handler": "created"}, "onAppInstall": {"handler": "installed"}}}}})
        .to_string();
        let all: Vec<_> =
            [("manifest.json", manifest.as_str()), ("server/server.js", server)].into_iter().chain(files.iter().copied()).collect();
        let mut play = Self::of(&folder(&all), maps);
        let said = play.open();
        (play, said)
    }

    pub(crate) fn open(&mut self) -> Vec<String> {
        let acts = self.server.open(self.now);
        self.told(&acts)
    }

    pub(crate) fn deliver(&mut self, event: &str, payload: &Value) -> Vec<String> {
        let acts = self.server.deliver(self.now, event, payload);
        self.told(&acts)
    }

    pub(crate) fn ask(&mut self, hook: &str, payload: &Value) -> Vec<String> {
        let acts = self.server.ask(self.now, CallId(7), hook, payload);
        self.told(&acts)
    }

    pub(crate) fn settle(&mut self, request: u32, reply: &Reply) -> Vec<String> {
        let acts = self.server.settle(self.now, RequestId(request), reply);
        self.told(&acts)
    }

    pub(crate) fn wake(&mut self, wake: u64) -> Vec<String> {
        let acts = self.server.wake(self.now, WakeId(wake));
        self.told(&acts)
    }

    fn told(&self, acts: &[Act]) -> Vec<String> {
        let told = acts.iter().map(|act| line(act, self.now));
        told.map(|line| line.replace(&self.dir, "")).collect()
    }
}

fn line(act: &Act, now: Instant) -> String {
    match act {
        Act::Subscribe { name, handlers, at } => format!("{name} ×{handlers}{}", place(at.as_ref())),
        Act::Answer { call, answers } => format!("answers {}: {}", call.0, answers.iter().map(answer).collect::<Vec<_>>().join(", ")),
        Act::Ask { request, ask: Ask::Call { name, given }, at } => format!("#{} {name}{}{}", request.0, json!(given), place(at.as_ref())),
        Act::WakeMe { wake, at } => format!("wake {} in {} ms", wake.0, at.0 - now.0),
        Act::Log { level, text } => format!("{level:?} {text}"),
        Act::Defect(defect) => {
            let handler = defect.handler.as_ref().map(|handler| format!(" in {handler}")).unwrap_or_default();
            format!("{:?}: {}{}{handler}", defect.kind, defect.text, place(defect.at.as_ref()))
        }
        other => format!("{other:?}"),
    }
}

fn answer(answer: &HandlerAnswer) -> String {
    format!("{:?} {}", answer.how, answer.value.as_ref().map_or_else(|| "undefined".to_owned(), Value::to_string))
}

fn place(at: Option<&Place>) -> String {
    at.map(|at| format!(" ({}:{}:{})", at.file, at.line, at.column)).unwrap_or_default()
}
