//! The parts of the page that are ours: what runs before the vendor's code, what is loaded when it is asked for, and what is not there.

use super::bytecode::{self, Bytecode, Keep};
use super::fault::Fault;
use std::sync::OnceLock;

/// The client SDK that sandboxes bring.
pub const SDK: &str = include_str!("sdk.js");

/// Globals of browsers for which there are stand-ins that say so when they are called: pages call them without a look whether they are there.
pub(super) const STAND_INS: [&str; 10] =
    ["EventSource", "Intl", "WebSocket", "alert", "close", "confirm", "getSelection", "open", "print", "prompt"];

/// Globals of browsers that are left out: pages look whether they are there, and do without.
pub(super) const LEFT_OUT: [&str; 18] = [
    "Audio",
    "BroadcastChannel",
    "DOMParser",
    "IntersectionObserver",
    "MessageChannel",
    "MutationObserver",
    "Notification",
    "ResizeObserver",
    "SharedWorker",
    "WebAssembly",
    "Worker",
    "XMLSerializer",
    "caches",
    "customElements",
    "indexedDB",
    "matchMedia",
    "requestIdleCallback",
    "speechSynthesis",
];

/// Globals of browsers that are made when they are first asked for, by the part that makes them.
pub(super) const PARTS: [(&str, &[&str]); 5] = [
    ("storage", &["localStorage", "sessionStorage"]),
    ("url", &["URL", "URLSearchParams"]),
    ("text", &["TextDecoder", "TextEncoder", "structuredClone"]),
    (
        "net",
        &[
            "AbortController",
            "AbortSignal",
            "Blob",
            "File",
            "FileReader",
            "FormData",
            "Headers",
            "Request",
            "Response",
            "XMLHttpRequest",
            "fetch",
        ],
    ),
    ("dom", &DOM),
];

const DOM: [&str; 67] = [
    "CSSStyleDeclaration",
    "CharacterData",
    "Comment",
    "DOMTokenList",
    "Document",
    "DocumentFragment",
    "DragEvent",
    "Element",
    "ErrorEvent",
    "FocusEvent",
    "HTMLAnchorElement",
    "HTMLAudioElement",
    "HTMLBRElement",
    "HTMLBodyElement",
    "HTMLButtonElement",
    "HTMLCanvasElement",
    "HTMLCollection",
    "HTMLDetailsElement",
    "HTMLDialogElement",
    "HTMLDivElement",
    "HTMLDocument",
    "HTMLElement",
    "HTMLFieldSetElement",
    "HTMLFormElement",
    "HTMLHRElement",
    "HTMLHeadElement",
    "HTMLHeadingElement",
    "HTMLHtmlElement",
    "HTMLIFrameElement",
    "HTMLImageElement",
    "HTMLInputElement",
    "HTMLLIElement",
    "HTMLLabelElement",
    "HTMLLegendElement",
    "HTMLLinkElement",
    "HTMLMetaElement",
    "HTMLOptGroupElement",
    "HTMLOptionElement",
    "HTMLOutputElement",
    "HTMLParagraphElement",
    "HTMLScriptElement",
    "HTMLSelectElement",
    "HTMLSpanElement",
    "HTMLStyleElement",
    "HTMLTableCellElement",
    "HTMLTableElement",
    "HTMLTableRowElement",
    "HTMLTableSectionElement",
    "HTMLTemplateElement",
    "HTMLTextAreaElement",
    "HTMLUListElement",
    "HTMLVideoElement",
    "Image",
    "InputEvent",
    "KeyboardEvent",
    "MessageEvent",
    "MouseEvent",
    "Node",
    "NodeList",
    "Option",
    "PointerEvent",
    "ProgressEvent",
    "SVGElement",
    "SubmitEvent",
    "Text",
    "UIEvent",
    "getComputedStyle",
];

/// Our parts, compiled once in this process.
pub(super) struct Own {
    pub(super) clock: Bytecode,
    pub(super) page: Bytecode,
    pub(super) sdk: Bytecode,
    date: [Bytecode; 1],
    dom: [Bytecode; 5],
    net: [Bytecode; 1],
    storage: [Bytecode; 1],
    text: [Bytecode; 1],
    url: [Bytecode; 1],
}

impl Own {
    pub(super) fn get() -> &'static Self {
        static OWN: OnceLock<Own> = OnceLock::new();
        OWN.get_or_init(|| {
            let compile = |source: &str, name: &str| {
                let name = format!("deskspec:{name}");
                let code = bytecode::compile(source, &name, Keep::Nothing, |ctx| Fault::of(ctx, &ctx.catch()));
                code.unwrap_or_else(|fault| panic!("{name} does not compile: {fault:?}"))
            };
            Self {
                clock: compile(include_str!("clock.js"), "clock.js"),
                page: compile(include_str!("page.js"), "page.js"),
                sdk: compile(SDK, "sdk.js"),
                date: [compile(include_str!("date.js"), "date.js")],
                dom: [
                    compile(include_str!("dom/tree.js"), "tree.js"),
                    compile(include_str!("dom/element.js"), "element.js"),
                    compile(include_str!("dom/selectors.js"), "selectors.js"),
                    compile(include_str!("dom/forms.js"), "forms.js"),
                    compile(include_str!("dom/document.js"), "document.js"),
                ],
                net: [compile(include_str!("web/net.js"), "net.js")],
                storage: [compile(include_str!("web/storage.js"), "storage.js")],
                text: [compile(include_str!("web/text.js"), "text.js")],
                url: [compile(include_str!("web/url.js"), "url.js")],
            }
        })
    }

    /// The scripts of one part.
    pub(super) fn part(&self, name: &str) -> &[Bytecode] {
        match name {
            "date" => &self.date,
            "dom" => &self.dom,
            "net" => &self.net,
            "storage" => &self.storage,
            "text" => &self.text,
            "url" => &self.url,
            _ => &[],
        }
    }
}
