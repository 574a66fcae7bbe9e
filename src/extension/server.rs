use crate::clock::Millis;
use crate::host::{Request, ServiceAnswer};

/// The port to extensions' own servers that really run: the side of it that is HTTP is [`endpoint`](super::endpoint). Virtual time stands while a
/// call is open.
pub trait Server {
    /// Whether a real server answers for this extension.
    fn answers(&self, extension: &str) -> bool;

    /// Something begins that may take so much real time in all as a step may.
    fn begin(&mut self);

    /// Calls a server and waits for its answer. What any server asks of Desk until then is answered by `meanwhile`.
    ///
    /// # Errors
    /// There is no answer, and why.
    fn call(&mut self, call: Outgoing<'_>, meanwhile: &mut dyn FnMut(Request) -> ServiceAnswer) -> Result<ServiceAnswer, NoAnswer>;

    /// Answers what servers have asked of Desk while no call was open.
    fn answer_waiting(&mut self, answer: &mut dyn FnMut(Request) -> ServiceAnswer);
}

/// A request of Desk's to an extension's own server.
#[derive(Debug, Clone, Copy)]
pub struct Outgoing<'a> {
    /// The extension's name.
    pub extension: &'a str,
    /// What its server calls the installation: by this its requests find back to this Desk.
    pub security_context: &'a str,
    /// What Desk sends, to the address that the extension declares.
    pub request: &'a Request,
    /// How long the server may take, in milliseconds of real time.
    pub within: Millis,
}

/// Why a real server has not answered: lowercase fragments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoAnswer {
    /// Its time was up. On the virtual clock it is silent: the model's own deadline says what becomes of it.
    Late(String),
    /// It cannot be reached, or what it sends is no answer.
    Broken(String),
}

impl NoAnswer {
    /// Why.
    #[must_use]
    pub fn reason(&self) -> &str {
        let (Self::Late(reason) | Self::Broken(reason)) = self;
        reason
    }
}
