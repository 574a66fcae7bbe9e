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
pub(super) const LEFT_OUT: [&str; 12] = [
    "Audio",
    "BroadcastChannel",
    "Notification",
    "SharedWorker",
    "WebAssembly",
    "Worker",
    "XMLSerializer",
    "caches",
    "customElements",
    "indexedDB",
    "requestIdleCallback",
    "speechSynthesis",
];

/// Globals of browsers that are made when they are first asked for, by the part that makes them.
pub(super) const PARTS: [(&str, &[&str]); 10] = [
    ("channel", &["MessageChannel", "MessagePort"]),
    ("console", &["console"]),
    ("crypto", &["crypto"]),
    ("history", &["history"]),
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
    ("view", &VIEW),
    ("dom", &DOM),
];

/// Of these what an app's server has too, and what only it has.
pub(super) const ON_SERVERS: [(&str, &[&str]); 4] =
    [("buffer", &["Buffer"]), ("console", &["console"]), ("text", &["TextDecoder", "TextEncoder"]), ("url", &["URL", "URLSearchParams"])];

/// The parts that handle bytes themselves.
pub(super) const WITH_BYTES: [&str; 2] = ["crypto", "text"];

const VIEW: [&str; 16] = [
    "blur",
    "devicePixelRatio",
    "focus",
    "innerHeight",
    "innerWidth",
    "navigator",
    "outerHeight",
    "outerWidth",
    "pageXOffset",
    "pageYOffset",
    "screen",
    "scroll",
    "scrollBy",
    "scrollTo",
    "scrollX",
    "scrollY",
];

const DOM: [&str; 112] = [
    "CSSRule",
    "CSSStyleDeclaration",
    "CSSStyleRule",
    "CSSStyleSheet",
    "CharacterData",
    "Comment",
    "DOMParser",
    "DOMRect",
    "DOMTokenList",
    "Document",
    "DocumentFragment",
    "DragEvent",
    "Element",
    "ErrorEvent",
    "FileList",
    "FocusEvent",
    "HTMLAnchorElement",
    "HTMLAreaElement",
    "HTMLAudioElement",
    "HTMLBRElement",
    "HTMLBaseElement",
    "HTMLBodyElement",
    "HTMLButtonElement",
    "HTMLCanvasElement",
    "HTMLCollection",
    "HTMLDListElement",
    "HTMLDataElement",
    "HTMLDataListElement",
    "HTMLDetailsElement",
    "HTMLDialogElement",
    "HTMLDivElement",
    "HTMLDocument",
    "HTMLElement",
    "HTMLEmbedElement",
    "HTMLFieldSetElement",
    "HTMLFontElement",
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
    "HTMLMapElement",
    "HTMLMediaElement",
    "HTMLMenuElement",
    "HTMLMetaElement",
    "HTMLMeterElement",
    "HTMLModElement",
    "HTMLOListElement",
    "HTMLObjectElement",
    "HTMLOptGroupElement",
    "HTMLOptionElement",
    "HTMLOutputElement",
    "HTMLParagraphElement",
    "HTMLParamElement",
    "HTMLPictureElement",
    "HTMLPreElement",
    "HTMLProgressElement",
    "HTMLQuoteElement",
    "HTMLScriptElement",
    "HTMLSelectElement",
    "HTMLSlotElement",
    "HTMLSourceElement",
    "HTMLSpanElement",
    "HTMLStyleElement",
    "HTMLTableCaptionElement",
    "HTMLTableCellElement",
    "HTMLTableColElement",
    "HTMLTableElement",
    "HTMLTableRowElement",
    "HTMLTableSectionElement",
    "HTMLTemplateElement",
    "HTMLTextAreaElement",
    "HTMLTimeElement",
    "HTMLTitleElement",
    "HTMLTrackElement",
    "HTMLUListElement",
    "HTMLUnknownElement",
    "HTMLVideoElement",
    "HashChangeEvent",
    "Image",
    "InputEvent",
    "IntersectionObserver",
    "KeyboardEvent",
    "MediaQueryList",
    "MessageEvent",
    "MouseEvent",
    "MutationObserver",
    "MutationRecord",
    "Node",
    "NodeList",
    "Option",
    "PointerEvent",
    "PopStateEvent",
    "ProgressEvent",
    "ResizeObserver",
    "SVGElement",
    "SVGSVGElement",
    "StorageEvent",
    "SubmitEvent",
    "Text",
    "UIEvent",
    "ValidityState",
    "WheelEvent",
    "getComputedStyle",
    "matchMedia",
];

/// Our parts, compiled once in this process.
pub(super) struct Own {
    pub(super) ground: Bytecode,
    pub(super) clock: Bytecode,
    pub(super) page: Bytecode,
    pub(super) sdk: Bytecode,
    pub(super) app: Bytecode,
    pub(super) client: Bytecode,
    buffer: [Bytecode; 1],
    call: [Bytecode; 1],
    date: [Bytecode; 1],
    channel: [Bytecode; 1],
    console: [Bytecode; 1],
    crypto: [Bytecode; 1],
    dom: [Bytecode; 8],
    history: [Bytecode; 1],
    lacks: [Bytecode; 1],
    locale: [Bytecode; 1],
    net: [Bytecode; 1],
    storage: [Bytecode; 1],
    text: [Bytecode; 1],
    url: [Bytecode; 1],
    view: [Bytecode; 1],
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
                ground: compile(include_str!("ground.js"), "ground.js"),
                clock: compile(include_str!("clock.js"), "clock.js"),
                page: compile(include_str!("page.js"), "page.js"),
                sdk: compile(SDK, "sdk.js"),
                app: compile(include_str!("app/app.js"), "app.js"),
                client: compile(include_str!("app/client.js"), "client.js"),
                buffer: [compile(include_str!("app/buffer.js"), "buffer.js")],
                call: [compile(include_str!("app/call.js"), "call.js")],
                date: [compile(include_str!("date.js"), "date.js")],
                channel: [compile(include_str!("web/channel.js"), "channel.js")],
                console: [compile(include_str!("web/console.js"), "console.js")],
                crypto: [compile(include_str!("web/crypto.js"), "crypto.js")],
                dom: [
                    compile(include_str!("dom/tree.js"), "tree.js"),
                    compile(include_str!("dom/element.js"), "element.js"),
                    compile(include_str!("dom/selectors.js"), "selectors.js"),
                    compile(include_str!("dom/forms.js"), "forms.js"),
                    compile(include_str!("dom/document.js"), "document.js"),
                    compile(include_str!("dom/layout.js"), "layout.js"),
                    compile(include_str!("dom/sheets.js"), "sheets.js"),
                    compile(include_str!("dom/observers.js"), "observers.js"),
                ],
                history: [compile(include_str!("web/history.js"), "history.js")],
                lacks: [compile(include_str!("web/lacks.js"), "lacks.js")],
                locale: [compile(include_str!("locale.js"), "locale.js")],
                net: [compile(include_str!("web/net.js"), "net.js")],
                storage: [compile(include_str!("web/storage.js"), "storage.js")],
                text: [compile(include_str!("web/text.js"), "text.js")],
                url: [compile(include_str!("web/url.js"), "url.js")],
                view: [compile(include_str!("web/view.js"), "view.js")],
            }
        })
    }

    /// The scripts of one part.
    pub(super) fn part(&self, name: &str) -> &[Bytecode] {
        match name {
            "buffer" => &self.buffer,
            "call" => &self.call,
            "channel" => &self.channel,
            "console" => &self.console,
            "crypto" => &self.crypto,
            "date" => &self.date,
            "dom" => &self.dom,
            "history" => &self.history,
            "lacks" => &self.lacks,
            "locale" => &self.locale,
            "net" => &self.net,
            "storage" => &self.storage,
            "text" => &self.text,
            "url" => &self.url,
            "view" => &self.view,
            _ => &[],
        }
    }
}
