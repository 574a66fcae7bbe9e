use super::{FeatureEvents, Handoff, Parsed, Parser, at, unread};
use crate::record::{Failure, InputError};
use crate::run::once::{after_all, before_all, once_aside};
use crate::run::play::Cast;
use crate::run::played::{Item, Played};
use crate::run::pool::Pool;
use crate::run::runner::{Runner as Native, Stop};
use crate::run::schedule::{AHEAD, Schedule};
use crate::run::watchdog;
use crate::run::worker::Work;
use crate::run::{Backend, Options};
use cucumber::event::Cucumber;
use cucumber::gherkin::Feature;
use cucumber::{Event, cli, parser};
use futures::stream::{self, LocalBoxStream, Stream, StreamExt as _};
use std::collections::VecDeque;
use std::fmt;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::SystemTime;

/// A runner as cucumber wants it, with its parser: what the parser knows of a scenario and cucumber's tree has no room for, the runner gets
/// past the tree.
#[must_use]
pub fn plug<W, B>(runner: Native<W, B>) -> (Parser, Runner<W, B>) {
    let handoff = Handoff::default();
    (Parser::handing_to(&handoff), Runner { native: runner, handoff })
}

/// deskspec's runner as a [`cucumber::Runner`]. It takes the features of any Parser, although only [`plug`]'s own gives it everything.
pub struct Runner<W, B> {
    native: Native<W, B>,
    handoff: Handoff,
}

impl<W, B> fmt::Debug for Runner<W, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Runner").field("options", &self.native.options).finish_non_exhaustive()
    }
}

impl<W: 'static, B: Backend<W>> cucumber::Runner<W> for Runner<W, B> {
    type Cli = cli::Empty;
    type EventStream = LocalBoxStream<'static, parser::Result<Event<Cucumber<W>>>>;

    fn run<S>(self, features: S, _: cli::Empty) -> Self::EventStream
    where
        S: Stream<Item = parser::Result<Feature>> + 'static,
    {
        let run = Run::<W, B>::begin(self, features.boxed_local());
        let told = |mut run: Run<W, B>| async move { Some((stream::iter(run.next().await?), run)) };
        stream::once(run).flat_map(move |run| stream::unfold(run, told).flatten()).boxed_local()
    }
}

type Told<W> = parser::Result<Event<Cucumber<W>>>;

struct Run<W, B> {
    features: LocalBoxStream<'static, parser::Result<Feature>>,
    handoff: Handoff,
    cast: Arc<Cast<W, B>>,
    options: Options,
    pool: Arc<Pool>,
    stop: Stop,
    parsed: Parsed,
    /// Features that are not told to their end, in order.
    open: VecDeque<Open>,
    /// What is to be told next.
    told: Vec<Told<W>>,
    read: bool,
    over: bool,
}

/// A feature whose scenarios stand in the schedule.
struct Open {
    first: usize,
    count: usize,
    events: FeatureEvents,
}

impl<W: 'static, B: Backend<W>> Run<W, B> {
    async fn begin(runner: Runner<W, B>, features: LocalBoxStream<'static, parser::Result<Feature>>) -> Self {
        let Runner { native, handoff } = runner;
        let (cast, options) = (Arc::new(native.cast), native.options);
        let failed = if options.dry { Vec::new() } else { once_aside(&cast, &options, before_all).await };
        let pool = Arc::new(Pool::new(Schedule::new(options.jobs, 0, true, options.dry || !failed.is_empty())));
        let work = Work { cast: Arc::clone(&cast), pool: Arc::clone(&pool), files: Arc::default(), options: options.clone() };
        let mut run = Self {
            features,
            handoff,
            cast,
            stop: Stop::new(&options),
            options,
            parsed: Parsed::default(),
            open: VecDeque::new(),
            told: vec![Ok(at(SystemTime::now()).wrap(Cucumber::Started))],
            read: false,
            over: false,
            pool,
        };
        run.told.extend(failed.into_iter().map(of_the_run));
        if let Err(error) = watchdog::begin(work, &run.options) {
            let message = format!("the run cannot begin: {error}");
            run.told.push(Err(unread(InputError { file: "run".into(), line: 0, column: 0, message, help: None })));
            run.pool.finish();
            run.read = true;
        }
        run
    }

    /// The next events; `None` when all are told.
    async fn next(&mut self) -> Option<Vec<Told<W>>> {
        let played = std::future::poll_fn(|context| self.poll(context)).await;
        if played.is_none() && !self.over {
            self.over = true;
            return Some(self.finish().await);
        }
        played
    }

    /// The next events of scenarios; `None` when all are told.
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Vec<Told<W>>>> {
        loop {
            self.feed(context);
            if !self.told.is_empty() {
                return Poll::Ready(Some(std::mem::take(&mut self.told)));
            }
            if self.over {
                return Poll::Ready(None);
            }
            match self.pool.poll(context) {
                Poll::Ready(Some(played)) => played.into_iter().for_each(|(position, played)| self.tell(position, played)),
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Pending => return Poll::Pending,
            }
        }
    }

    /// Takes features as far as the schedule has room for them.
    fn feed(&mut self, context: &mut Context<'_>) {
        while !self.read && self.pool.look(Schedule::waiting) < AHEAD {
            match self.features.poll_next_unpin(context) {
                Poll::Ready(Some(Ok(feature))) => self.open(feature),
                Poll::Ready(Some(Err(error))) => {
                    self.parsed.error();
                    self.told.push(Err(error));
                }
                Poll::Ready(None) => {
                    self.read = true;
                    self.told.push(Ok(at(SystemTime::now()).wrap(self.parsed.finished())));
                    self.pool.change(Schedule::close);
                }
                Poll::Pending => return,
            }
        }
    }

    fn open(&mut self, feature: Feature) {
        self.parsed.feature(&feature);
        let items: Vec<_> = self.handoff.take_all(&feature).into_iter().map(|pickle| Item::Scenario(Arc::new(pickle))).collect();
        let count = items.len();
        if count > 0 {
            let first = self.pool.change(|schedule| schedule.push(items));
            self.open.push_back(Open { first, count, events: FeatureEvents::new(feature) });
        }
    }

    fn tell(&mut self, position: usize, mut played: Played) {
        self.stop.heed(position, &mut played, &self.pool);
        let now = SystemTime::now();
        let Some(open) = self.open.front_mut() else { return };
        self.told.extend(open.events.scenario(position - open.first, &played, now).into_iter().map(Ok));
        self.pool.forget(vec![played]);
        if position + 1 == open.first + open.count
            && let Some(open) = self.open.pop_front()
        {
            self.told.extend(open.events.finish(now).into_iter().map(Ok));
        }
    }

    /// What ends the run.
    async fn finish(&mut self) -> Vec<Told<W>> {
        self.pool.finish();
        let open = std::mem::take(&mut self.open);
        let ended = SystemTime::now();
        let mut told: Vec<_> = open.into_iter().flat_map(|open| open.events.finish(ended)).map(Ok).collect();
        if !self.options.dry {
            told.extend(once_aside(&self.cast, &self.options, after_all).await.into_iter().map(of_the_run));
        }
        told.push(Ok(at(SystemTime::now()).wrap(Cucumber::Finished)));
        told
    }
}

impl<W, B> Drop for Run<W, B> {
    fn drop(&mut self) {
        self.pool.finish();
    }
}

/// cucumber has no event for a hook of the whole run that failed: it counts as something that could not be read.
fn of_the_run<W>(failure: Failure) -> Told<W> {
    let help = failure.details.first().cloned();
    Err(unread(InputError { file: "run".into(), line: 0, column: 0, message: failure.title, help }))
}
