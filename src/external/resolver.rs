//! From the name of a host to the IP addresses that may be connected to.
//!
//! The HTTP library connects to what it gets here and asks once for every connection, so that nothing can change between the
//! look at an address and its use.

use std::io;

use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

use crate::config::Network;

use super::exchange::Trouble;
use super::guard;

/// Resolves names, and gives only addresses that may be connected to. It is asked for every hop, with IP addresses too.
#[derive(Debug)]
pub(super) struct Guarded<R> {
    allowed: Vec<Network>,
    inner: R,
}

impl<R> Guarded<R> {
    /// Lets through what is public, and what lies in the allowed networks.
    pub(super) fn new(allowed: Vec<Network>, inner: R) -> Self {
        Self { allowed, inner }
    }
}

impl<R: Resolver> Resolver for Guarded<R> {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = match self.inner.resolve(uri, config, timeout) {
            Ok(found) => found,
            Err(Error::Io(error)) => return Err(Error::Other(Box::new(unresolved(&error)))),
            Err(error) => return Err(error),
        };
        let mut public = self.empty();
        let mut why = None;
        for address in &found {
            match guard::refusal(address.ip(), &self.allowed) {
                Some(refusal) => why = Some(refusal),
                None => public.push(*address),
            }
        }
        match why {
            Some(why) if public.is_empty() => Err(Error::Other(Box::new(Trouble::Forbidden(why)))),
            _ if public.is_empty() => Err(Error::HostNotFound),
            _ => Ok(public),
        }
    }
}

/// A name that the system could not resolve: for good, or only now.
fn unresolved(error: &io::Error) -> Trouble {
    let text = error.to_string();
    if text.contains("Temporary failure") || text.contains("try again") {
        return Trouble::Broken("its name cannot be resolved now".to_owned());
    }
    Trouble::NoHost
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::{Ipv4Addr, SocketAddr, TcpListener};
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Arc, Mutex};

    use ureq::Agent;
    use ureq::unversioned::transport::DefaultConnector;

    use super::*;

    /// A name server that says another address each time: first one that is allowed, then its neighbour.
    #[derive(Debug)]
    struct Turncoat {
        port: u16,
        asked: Arc<AtomicUsize>,
    }

    impl Resolver for Turncoat {
        fn resolve(
            &self,
            _: &Uri,
            _: &Config,
            _: NextTimeout,
        ) -> Result<ResolvedSocketAddrs, Error> {
            let last = 1 + self.asked.fetch_add(1, Ordering::SeqCst);
            let ip = Ipv4Addr::new(127, 0, 0, u8::try_from(last).expect("few questions"));
            let mut found = self.empty();
            found.push(SocketAddr::from((ip, self.port)));
            Ok(found)
        }
    }

    #[test]
    fn a_name_that_changes_its_address_is_judged_for_every_connection() {
        let listener = TcpListener::bind("0.0.0.0:0").expect("a port is free");
        let port = listener.local_addr().expect("it is bound").port();
        let reached = Arc::new(Mutex::new(Vec::new()));
        let noted = Arc::clone(&reached);
        std::thread::spawn(move || {
            for mut stream in listener.incoming().map_while(Result::ok) {
                let local = stream.local_addr().expect("it is connected");
                noted.lock().expect("no panic").push(local.ip().to_string());
                let _ = stream.read(&mut [0; 1024]);
                let _ = stream.write_all(
                    b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                );
            }
        });
        let asked = Arc::new(AtomicUsize::new(0));
        let inner = Turncoat {
            port,
            asked: Arc::clone(&asked),
        };
        let allowed = vec![Network::read("127.0.0.1").expect("a network")];
        let agent = Agent::with_parts(
            Config::default(),
            DefaultConnector::default(),
            Guarded::new(allowed, inner),
        );
        let url = format!("http://rebinding.example:{port}/");
        assert!(agent.get(&url).call().is_ok());
        let error = agent
            .get(&url)
            .call()
            .expect_err("the neighbour is private");
        let Error::Other(trouble) = error else {
            panic!("{error}");
        };
        let why = "127.0.0.2 is reserved for this machine".to_owned();
        assert_eq!(
            trouble.downcast_ref::<Trouble>(),
            Some(&Trouble::Forbidden(why))
        );
        assert_eq!(asked.load(Ordering::SeqCst), 2, "once for each connection");
        assert_eq!(*reached.lock().expect("no panic"), ["127.0.0.1"]);
    }
}
