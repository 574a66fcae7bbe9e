//! Small servers on this machine, good and bad ones.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What came in: the request line, the headers, and the body.
pub(crate) struct Came {
    pub(crate) line: String,
    pub(crate) headers: Vec<String>,
    pub(crate) body: String,
}

/// A server that does with every request what `answer` does, until the process ends. Tells its port, and counts its requests.
pub(crate) fn server(answer: impl Fn(&Came, &mut TcpStream) + Send + Sync + 'static) -> (u16, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    let count = Arc::new(AtomicUsize::new(0));
    let (counted, answer) = (Arc::clone(&count), Arc::new(answer));
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let (counted, answer) = (Arc::clone(&counted), Arc::clone(&answer));
            thread::spawn(move || {
                let mut stream = stream;
                let came = came(&stream);
                counted.fetch_add(1, Ordering::SeqCst);
                answer(&came, &mut stream);
            });
        }
    });
    (port, count)
}

fn came(stream: &TcpStream) -> Came {
    let mut reader = BufReader::new(stream);
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).unwrap_or(0) == 0 || line.trim().is_empty() {
            break;
        }
        lines.push(line.trim().to_owned());
    }
    let length = lines.iter().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).expect("the body that was announced");
    let line = if lines.is_empty() { String::new() } else { lines.remove(0) };
    Came { line, headers: lines, body: String::from_utf8(body).expect("Desk writes UTF-8") }
}

/// Writes an answer; that nobody reads it is no reason to panic.
pub(crate) fn write(stream: &mut TcpStream, text: &str) {
    let _ = stream.write_all(text.as_bytes());
}

/// An answer with a JSON body.
pub(crate) fn json(status: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len())
}

/// A port at which nobody listens.
pub(crate) fn nobody() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port").port()
}

/// Sends a whole request to Desk, and reads the whole answer.
pub(crate) fn ask(port: u16, request: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("Desk listens");
    write(&mut stream, request);
    let mut answer = String::new();
    let _ = stream.read_to_string(&mut answer);
    answer
}
