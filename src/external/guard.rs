//! Which addresses of the network may be connected to. What strangers write into articles must not make the machine that
//! checks them talk to itself, to its neighbours, or to the service that knows its keys.
//!
//! In: the IP addresses that a name was resolved to, for every hop. Out: those that are public or allowed by the settings.
//! Sources: the IANA registries of special-purpose addresses,
//! <https://www.iana.org/assignments/iana-ipv4-special-registry> and `…/iana-ipv6-special-registry`.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::config::Network;

/// A range of IPv4 addresses and what it is for.
type Range = (Ipv4Addr, u8, &'static str);

const fn v4(a: u8, b: u8, c: u8, d: u8) -> Ipv4Addr {
    Ipv4Addr::new(a, b, c, d)
}

const REFUSED: &[Range] = &[
    (v4(0, 0, 0, 0), 8, "this machine"),
    (v4(10, 0, 0, 0), 8, "a private network"),
    (v4(100, 64, 0, 0), 10, "a provider's inner network"),
    (v4(127, 0, 0, 0), 8, "this machine"),
    (
        v4(169, 254, 0, 0),
        16,
        "the local link, where metadata services lie",
    ),
    (v4(172, 16, 0, 0), 12, "a private network"),
    (v4(192, 0, 0, 0), 24, "special purposes"),
    (v4(192, 0, 2, 0), 24, "examples"),
    (v4(192, 31, 196, 0), 24, "special purposes"),
    (v4(192, 52, 193, 0), 24, "special purposes"),
    (v4(192, 88, 99, 0), 24, "special purposes"),
    (v4(192, 168, 0, 0), 16, "a private network"),
    (v4(192, 175, 48, 0), 24, "special purposes"),
    (v4(198, 18, 0, 0), 15, "benchmarks"),
    (v4(198, 51, 100, 0), 24, "examples"),
    (v4(203, 0, 113, 0), 24, "examples"),
    (v4(224, 0, 0, 0), 4, "many receivers at once"),
    (v4(240, 0, 0, 0), 4, "special purposes"),
];

/// Public addresses at which clouds keep a service that knows the machine's keys.
const METADATA: &[Ipv4Addr] = &[v4(168, 63, 129, 16), v4(100, 100, 100, 200)];

/// Why an address may not be connected to; `None` when it may.
pub(super) fn refusal(address: IpAddr, allowed: &[Network]) -> Option<String> {
    if allowed.iter().any(|network| network.holds(address)) {
        return None;
    }
    let purpose = match address {
        IpAddr::V4(address) => purpose_of_v4(address),
        IpAddr::V6(address) => match inner(address) {
            Some(inner) if allowed.iter().any(|network| network.holds(inner.into())) => None,
            Some(inner) => Some(purpose_of_v4(inner).unwrap_or("an address within an address")),
            None => purpose_of_v6(address),
        },
    }?;
    Some(format!("{address} is reserved for {purpose}"))
}

fn purpose_of_v4(address: Ipv4Addr) -> Option<&'static str> {
    if METADATA.contains(&address) {
        return Some("the metadata of a cloud's machines");
    }
    let within = |&&(network, bits, _): &&Range| {
        let mask = u32::MAX << (32 - u32::from(bits));
        address.to_bits() & mask == network.to_bits()
    };
    REFUSED.iter().find(within).map(|&(_, _, purpose)| purpose)
}

/// Everything outside of `2000::/3` is special, and parts of it are.
fn purpose_of_v6(address: Ipv6Addr) -> Option<&'static str> {
    let [first, second, ..] = address.segments();
    match (first, second) {
        _ if address.is_loopback() || address.is_unspecified() => Some("this machine"),
        (0xfe80..=0xfebf, _) => Some("the local link, where metadata services lie"),
        (0xfc00..=0xfdff | 0xfec0..=0xfeff, _) => Some("a private network"),
        (0xff00..=0xffff, _) => Some("many receivers at once"),
        (0x2001, 0x0db8) | (0x3fff, 0x0000..=0x0fff) => Some("examples"),
        (0x2001, 0x0000..=0x01ff) | (0x2620, 0x004f) => Some("special purposes"),
        (0x2000..=0x3fff, _) => None,
        _ => Some("special purposes"),
    }
}

/// The IPv4 address that an IPv6 address stands for: mapped, compatible, NAT64, 6to4, ISATAP.
fn inner(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let parts = address.segments();
    let of = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        Some(v4(a, b, c, d))
    };
    match parts {
        [0, 0, 0, 0, 0, 0, 0, 0 | 1] => None,
        [0, 0, 0, 0, 0, 0 | 0xffff, high, low]
        | [0, 0, 0, 0, 0xffff, 0, high, low]
        | [0x64, 0xff9b, 0, 0, 0, 0, high, low]
        | [0x64, 0xff9b, 1, _, _, _, high, low]
        | [_, _, _, _, 0 | 0x200, 0x5efe, high, low]
        | [0x2002, high, low, ..] => of(high, low),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_refused(address: &str) -> bool {
        refusal(address.parse().expect("an address"), &[]).is_some()
    }

    #[test]
    fn what_is_not_public_is_refused() {
        for address in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "127.0.0.1",
            "127.255.255.254",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "192.0.0.192",
            "198.19.255.255",
            "224.0.0.251",
            "255.255.255.255",
            "168.63.129.16",
            "100.100.100.200",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
            "::ffff:0:127.0.0.1",
            "64:ff9b::127.0.0.1",
            "64:ff9b:1::a00:1",
            "2002:7f00:1::",
            "2002:c0a8:101::1",
            "fe80::1",
            "fd00:ec2::254",
            "fec0::1",
            "ff02::1",
            "2001::1",
            "2001:db8::1",
            "3fff::1",
            "100::1",
            "2001:4860::5efe:7f00:1",
        ] {
            assert!(is_refused(address), "{address}");
        }
    }

    #[test]
    fn what_is_public_may_be_asked() {
        for address in [
            "8.8.8.8",
            "172.32.0.1",
            "172.15.255.255",
            "100.128.0.1",
            "192.167.255.255",
            "223.255.255.255",
            "2606:4700::1111",
            "2a00:1450:4001::1",
            "2001:4860:4860::8888",
        ] {
            assert!(!is_refused(address), "{address}");
        }
    }

    #[test]
    fn the_settings_can_allow_a_network() {
        let allowed = [Network::read("127.0.0.0/8").expect("a network")];
        assert_eq!(refusal("127.0.0.9".parse().unwrap(), &allowed), None);
        assert_eq!(refusal("::ffff:127.0.0.1".parse().unwrap(), &allowed), None);
        assert!(refusal("10.0.0.1".parse().unwrap(), &allowed).is_some());
    }
}
