//! What stands around server.js, and what does not.

use super::play::Play;
use serde_json::json;

fn logged(expression: &str) -> Vec<String> {
    let (mut play, _) = Play::one(&format!("exports = {{ created(args) {{ console.log({expression}); }}, installed() {{}} }};"), &[], &[]);
    play.deliver("onTicketCreate", &json!({"data": {"é": "ü"}}))
}

#[test]
fn expressions_have_their_values() {
    for (expression, expected) in [
        (
            "typeof setTimeout + typeof setInterval + typeof setImmediate + typeof process + typeof window + typeof document",
            "undefined".repeat(6),
        ),
        ("typeof __filename + ' ' + __dirname.split('/').pop()", "string server".to_owned()),
        ("$iparams.key", "secret".to_owned()),
        ("args.data.é", "ü".to_owned()),
        ("this.created !== undefined", "true".to_owned()),
        ("Date.now()", "1000000".to_owned()),
        ("new URL('/b?c=1', 'https://a.example').searchParams.get('c')", "1".to_owned()),
        ("Buffer.from('héllo').toString('base64')", "aMOpbGxv".to_owned()),
        ("Buffer.from('aMOpbGxv', 'base64').toString()", "héllo".to_owned()),
        ("Buffer.from('aMOpbGxv', 'base64').toString('hex')", "68c3a96c6c6f".to_owned()),
        ("Buffer.from('68c3a9', 'hex').toString('utf8')", "hé".to_owned()),
        ("new Buffer('key:X').toString('base64')", "a2V5Olg=".to_owned()),
        ("Buffer.from('a+/b', 'latin1').toString('base64url')", "YSsvYg".to_owned()),
        ("Buffer.concat([Buffer.from('a'), Buffer.from([98])]).toString()", "ab".to_owned()),
        ("Buffer.byteLength('é') + Buffer.from('abc').slice(1).length", "4".to_owned()),
        (
            "Buffer.isBuffer(Buffer.alloc(2)) + JSON.stringify(Buffer.alloc(2, 'a'))",
            "true{\"type\":\"Buffer\",\"data\":[97,97]}".to_owned(),
        ),
        ("Buffer.from([1, 2, 3, 4]).readUInt16BE(1) + Buffer.from([1, 2, 3, 4]).readInt32LE()", (0x0203 + 0x0403_0201).to_string()),
        ("[Buffer.alloc(2).writeUInt16LE(258), new Uint8Array(Buffer.from([255]))[0]].join()", "2,255".to_owned()),
        ("btoa('a') + atob('YQ==')", "YQ==a".to_owned()),
    ] {
        assert_eq!(logged(expression), [format!("Info {expected}")], "{expression}");
    }
}
