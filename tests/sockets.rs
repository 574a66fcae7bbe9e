//! A plain run opens no socket; a run with real servers leaves none behind, and no thread. One test: others in this process would be counted, too.
#![cfg(target_os = "linux")]

mod common;

use deskspec::extension::endpoint::{Endpoint, Network, listening};
use deskspec::run::{OnDesk, Plan, Runner};
use deskspec::scenario::Setup;
use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;
use std::time::Duration;

/// The sockets of this process that lead to a network: those of the kernel's tables that one of its file descriptors is.
fn sockets() -> usize {
    let inode = |line: &str| line.split_whitespace().nth(9).map(|inode| format!("socket:[{inode}]"));
    let tables = ["tcp", "tcp6", "udp", "udp6"].map(|table| fs::read_to_string(format!("/proc/self/net/{table}")).unwrap_or_default());
    let known: BTreeSet<_> = tables.iter().flat_map(|table| table.lines().skip(1)).filter_map(inode).collect();
    let open = fs::read_dir("/proc/self/fd").expect("file descriptors").filter_map(|entry| fs::read_link(entry.ok()?.path()).ok());
    open.filter(|link| known.contains(&*link.to_string_lossy())).count()
}

fn threads() -> usize {
    fs::read_dir("/proc/self/task").expect("threads").count()
}

#[test]
fn only_real_servers_need_sockets_and_none_is_left() {
    let before = threads();
    let mut seen = Vec::new();
    let runner = Runner::on_desk(OnDesk::default());
    let run = runner.run(&Plan::of(common::scenarios()), &mut |record| seen.push((record.failed(), sockets()))).expect("a run begins");
    assert_eq!((run.summary.failed(), threads()), (0, before));
    assert!(seen.len() > 100 && seen.iter().all(|(_, sockets)| *sockets == 0), "a plain run has sockets");
    for _ in 0..3 {
        let endpoint: Endpoint = "chat=http://127.0.0.1:9".parse().expect("an endpoint");
        let network = Network::open(vec![endpoint], listening(None).expect("an address"), Duration::from_secs(9)).expect("a free port");
        assert_eq!((sockets(), threads()), (1, before + 1), "the listener, and its thread");
        let mut setup = Setup::default();
        setup.network = Some(network);
        let channels = common::scenarios().into_iter().filter(|pickle| pickle.uri.contains("chat-channel")).collect();
        let records = common::run(channels, &Arc::new(setup));
        assert!(records.len() > 2 && common::red(&records).len() == records.len(), "nobody listens there");
        assert_eq!((sockets(), threads()), (0, before));
    }
}
