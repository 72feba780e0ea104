//! How other sites are asked: limits, manners, and what to make of single addresses (`external:` in `polydoc.yml`).

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use globset::{GlobMatcher, GlobSet};

use crate::model::Date;

/// Whether other sites are asked at all. Only a flag says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asking {
    /// Addresses of other sites are not looked at.
    #[default]
    Off,
    /// They are gathered, and nobody is asked.
    Gather,
    /// What the cache does not know is asked.
    On,
    /// Only the cache is used.
    Offline,
}

/// A range of IP addresses: `127.0.0.0/8`, `fd00::/8`, or a single one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    bits: u8,
}

impl Network {
    /// Reads `ADDRESS/BITS` or `ADDRESS`.
    pub fn read(text: &str) -> Option<Self> {
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().ok()?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Some(most), |bits| bits.parse().ok())?;
        (bits <= most).then_some(Self { address, bits })
    }

    /// Whether an address lies in it; an IPv4 address mapped into IPv6 is that IPv4 address.
    pub fn holds(&self, address: IpAddr) -> bool {
        let same = |one: u128, other: u128, width: u8| {
            let shift = u32::from(width - self.bits);
            one.checked_shr(shift).unwrap_or(0) == other.checked_shr(shift).unwrap_or(0)
        };
        match (self.address, address.to_canonical()) {
            (IpAddr::V4(network), IpAddr::V4(address)) => {
                same(network.to_bits().into(), address.to_bits().into(), 32)
            }
            (IpAddr::V6(network), IpAddr::V6(address)) => {
                same(network.to_bits(), address.to_bits(), 128)
            }
            _ => false,
        }
    }
}

/// Addresses that are left alone.
#[derive(Clone, Debug)]
pub struct Ignored {
    /// Which.
    pub matches: GlobMatcher,
    /// The pattern as written.
    pub written: String,
    /// Why.
    pub reason: String,
    /// The last day on which it holds; `None` for ever.
    pub until: Option<Date>,
}

/// Status codes that are as good as 200 for some addresses.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// Which addresses.
    pub matches: GlobMatcher,
    /// The codes.
    pub status: BTreeSet<u16>,
}

/// A header that one host is sent; its value comes from the environment.
#[derive(Clone, Debug)]
pub struct HostHeader {
    /// The host, in lower case, with its port when it is not the usual one.
    pub host: String,
    /// The name of the header.
    pub name: String,
    /// The environment variable that holds its value.
    pub variable: String,
}

/// By what a page is known that says "not found" with the status 200.
#[derive(Clone, Debug)]
pub struct SoftMissing {
    /// Which addresses are looked at.
    pub matches: GlobMatcher,
    /// The page at the end of the redirects is one of these.
    pub lands_on: Option<GlobMatcher>,
    /// The page holds this text.
    pub text: Option<String>,
}

/// How many days an answer is believed, by its verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ages {
    /// It was there.
    pub ok: u16,
    /// It was there at another address.
    pub moved: u16,
    /// It was broken.
    pub broken: u16,
    /// Programs were refused.
    pub refused: u16,
}

/// All about asking other sites.
#[derive(Clone, Debug)]
pub struct External {
    /// Whether they are asked.
    pub asking: Asking,
    /// The file that remembers answers.
    pub cache: PathBuf,
    /// Addresses that are not asked since an earlier revision has them already (`--since`).
    pub known: BTreeSet<Box<str>>,
    /// Longest wait for one answer.
    pub timeout: Duration,
    /// Longest time for one address, repetitions included.
    pub address_time: Duration,
    /// Longest time for all addresses.
    pub total_time: Duration,
    /// How many are asked at once.
    pub connections: usize,
    /// How many of one host are asked at once.
    pub per_host: usize,
    /// Shortest time between two requests to one host.
    pub pace: Duration,
    /// How often an address is asked again after an answer that may pass.
    pub retries: u32,
    /// Longest chain of redirects.
    pub hops: u32,
    /// Most bytes of a page that are read, unpacked.
    pub page_bytes: u64,
    /// How many flaky addresses are put up with; `None` for any number.
    pub most_flaky: Option<usize>,
    /// Who asks, as the hosts see it.
    pub user_agent: String,
    /// Ports that may be asked.
    pub ports: BTreeSet<u16>,
    /// Networks that may be asked although they are not public.
    pub allow: Vec<Network>,
    /// Certificates of authorities that are believed beside the public ones, in PEM.
    pub authorities: Option<PathBuf>,
    /// Addresses that are left alone.
    pub ignore: Vec<Ignored>,
    /// Status codes that are as good as 200.
    pub accept: Vec<Accepted>,
    /// Headers for single hosts.
    pub headers: Vec<HostHeader>,
    /// The values of the environment variables that `headers` name.
    pub secrets: BTreeMap<String, Secret>,
    /// Addresses that begin so are asked elsewhere: the beginning, and what stands in its place.
    pub remap: Vec<(String, String)>,
    /// Pages that say "not found" with the status 200.
    pub soft_missing: Vec<SoftMissing>,
    /// Hosts whose pages are made by scripts: their fragments cannot be verified.
    pub scripted: GlobSet,
    /// How long answers are believed.
    pub ages: Ages,
}

/// A text that is sent and never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("(secret)")
    }
}

impl Default for External {
    fn default() -> Self {
        Self {
            asking: Asking::Off,
            cache: PathBuf::from("external-links.txt"),
            known: BTreeSet::new(),
            timeout: Duration::from_secs(20),
            address_time: Duration::from_mins(2),
            total_time: Duration::from_hours(1),
            connections: 32,
            per_host: 2,
            pace: Duration::from_millis(200),
            retries: 2,
            hops: 10,
            page_bytes: 4 << 20,
            most_flaky: None,
            user_agent: concat!("polydoc/", env!("CARGO_PKG_VERSION"), " (link check)").to_owned(),
            ports: BTreeSet::from([80, 443, 8080, 8443]),
            allow: Vec::new(),
            authorities: None,
            ignore: Vec::new(),
            accept: Vec::new(),
            headers: Vec::new(),
            secrets: BTreeMap::new(),
            remap: Vec::new(),
            soft_missing: Vec::new(),
            scripted: GlobSet::empty(),
            ages: Ages {
                ok: 30,
                moved: 7,
                broken: 1,
                refused: 7,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_holds_its_addresses_and_no_others() {
        let holds = |network, address: &str| {
            Network::read(network)
                .expect("a network")
                .holds(address.parse().unwrap())
        };
        assert!(holds("10.0.0.0/8", "10.255.0.1") && !holds("10.0.0.0/8", "11.0.0.1"));
        assert!(holds("192.0.2.7", "192.0.2.7") && !holds("192.0.2.7", "192.0.2.8"));
        assert!(holds("0.0.0.0/0", "8.8.8.8") && !holds("0.0.0.0/0", "2606::1"));
        assert!(holds("fd00::/8", "fdff::1") && !holds("fd00::/8", "fe00::1"));
        assert!(holds("127.0.0.0/8", "::ffff:127.0.0.1"));
    }

    #[test]
    fn what_is_no_network_is_none() {
        for text in [
            "",
            "localhost",
            "10.0.0.0/33",
            "10.0.0/8",
            "::/129",
            "10.0.0.0/x",
        ] {
            assert_eq!(Network::read(text), None, "{text}");
        }
    }
}
