/// The signs that JavaScript's `encodeURIComponent` leaves as they are, beside letters and digits.
pub const COMPONENT: &str = "-_.!~*'()";

/// Encodes every byte but ASCII letters, digits and the signs in `plain`.
#[must_use]
pub fn encoded(text: &str, plain: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || (byte.is_ascii() && plain.as_bytes().contains(&byte)) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// The bytes that were encoded; what is not encoded rightly stays as it is.
#[must_use]
pub fn decoded(text: &str) -> Vec<u8> {
    let (mut out, mut rest) = (Vec::with_capacity(text.len()), text.as_bytes());
    loop {
        rest = match rest {
            [] => return out,
            [b'%', high, low, behind @ ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                out.push(digit(*high) * 16 + digit(*low));
                behind
            }
            [byte, behind @ ..] => {
                out.push(*byte);
                behind
            }
        };
    }
}

fn digit(hex: u8) -> u8 {
    match hex {
        b'0'..=b'9' => hex - b'0',
        other => other.to_ascii_lowercase() - b'a' + 10,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_component_is_encoded_as_javascript_does() {
        assert_eq!(encoded("a-_.!~*'()b ä/?&=+%", COMPONENT), "a-_.!~*'()b%20%C3%A4%2F%3F%26%3D%2B%25");
        assert_eq!(encoded("é€", "é"), "%C3%A9%E2%82%AC");
    }

    #[test]
    fn what_is_not_encoded_rightly_stays() {
        for plain in ["%", "%2", "%zz", "%+f", "a%", "ä"] {
            assert_eq!(decoded(plain), plain.as_bytes());
        }
        assert_eq!(decoded("%2e%2E%c3%A4"), "..ä".as_bytes());
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_decoded_again(text in ".*", plain in "[-_.!~*'()]{0,3}") {
            prop_assert_eq!(decoded(&encoded(&text, &plain)), text.into_bytes());
        }
    }
}
