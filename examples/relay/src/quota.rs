//! A budget that many share: bytes of unverified bodies, streams, connections.
//!
//! Whoever takes most gives way, so that nobody can take it all: when the budget is spent, the holder with the most loses its
//! largest lease (the oldest of equals), unless the one who asks would then have as much itself.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
    hash::Hash,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::oneshot;

/// A budget, and who holds what of it.
pub struct Quota<K> {
    total: u64,
    per_holder: Box<dyn Fn(&K) -> u64 + Send + Sync>,
    state: Mutex<State<K>>,
}

struct State<K> {
    next: u64,
    total: u64,
    holders: HashMap<K, u64>,
    leases: BTreeMap<u64, Entry<K>>,
}

struct Entry<K> {
    holder: K,
    weight: u64,
    /// Dropped with the entry, which tells the lease.
    _revoke: oneshot::Sender<()>,
}

/// A part of the budget, returned when this is dropped.
pub struct Lease<K: Hash + Eq + Clone> {
    quota: Arc<Quota<K>>,
    id: u64,
    revoked: oneshot::Receiver<()>,
}

impl<K: Hash + Eq + Clone> Quota<K> {
    /// A budget of this much in total, and for a holder.
    pub fn new(total: u64, per_holder: impl Fn(&K) -> u64 + Send + Sync + 'static) -> Arc<Self> {
        let state = State { next: 0, total: 0, holders: HashMap::new(), leases: BTreeMap::new() };
        Arc::new(Self { total, per_holder: Box::new(per_holder), state: Mutex::new(state) })
    }

    /// Takes a part; `None` if others would have to give way who hold no more.
    pub fn acquire(self: &Arc<Self>, holder: &K, weight: u64) -> Option<Lease<K>> {
        let mut state = self.lock();
        if !self.make_room(&mut state, holder, None, weight) {
            return None;
        }
        let (revoke, revoked) = oneshot::channel();
        let id = state.next;
        state.next += 1;
        state.total += weight;
        *state.holders.entry(holder.clone()).or_default() += weight;
        state.leases.insert(id, Entry { holder: holder.clone(), weight, _revoke: revoke });
        Some(Lease { quota: self.clone(), id, revoked })
    }

    /// How much is taken.
    pub fn used(&self) -> u64 {
        self.lock().total
    }

    fn lock(&self) -> MutexGuard<'_, State<K>> {
        // A panic while the lock was held can at most leave a lease counted.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Revokes leases until there is room for this much more.
    fn make_room(&self, state: &mut State<K>, holder: &K, lease: Option<u64>, more: u64) -> bool {
        loop {
            let own = state.holders.get(holder).copied().unwrap_or_default() + more;
            let is_over = own > (self.per_holder)(holder);
            if !is_over && state.total + more <= self.total {
                return true;
            }
            let heaviest = state.holders.iter().max_by_key(|(_, sum)| **sum).filter(|(_, sum)| !is_over && **sum > own);
            let from = heaviest.map_or_else(|| holder.clone(), |(heaviest, _)| heaviest.clone());
            let theirs = state.leases.iter().filter(|(_, entry)| entry.holder == from);
            let Some((id, weight)) =
                theirs.map(|(id, entry)| (*id, entry.weight)).max_by_key(|(id, weight)| (*weight, Reverse(*id)))
            else {
                return false;
            };
            let asking = lease.and_then(|lease| state.leases.get(&lease)).map_or(0, |entry| entry.weight) + more;
            if lease == Some(id) || (from == *holder && weight < asking) {
                return false;
            }
            state.remove(id);
        }
    }
}

impl<K: Hash + Eq + Clone> State<K> {
    fn remove(&mut self, id: u64) {
        let Some(entry) = self.leases.remove(&id) else { return };
        self.total -= entry.weight;
        let sum = self.holders.get(&entry.holder).copied().unwrap_or_default() - entry.weight;
        if sum == 0 {
            self.holders.remove(&entry.holder);
        } else {
            self.holders.insert(entry.holder, sum);
        }
    }
}

impl<K: Hash + Eq + Clone> Lease<K> {
    /// Takes more; false if it has to give way.
    pub fn grow(&mut self, more: u64) -> bool {
        let mut state = self.quota.lock();
        let Some(holder) = state.leases.get(&self.id).map(|entry| entry.holder.clone()) else { return false };
        if !self.quota.make_room(&mut state, &holder, Some(self.id), more) {
            return false;
        }
        let Some(entry) = state.leases.get_mut(&self.id) else { return false };
        entry.weight += more;
        state.total += more;
        *state.holders.entry(holder).or_default() += more;
        true
    }

    /// Waits until it has to give way.
    pub async fn revoked(&mut self) {
        // Nothing is ever sent: the sender is dropped.
        let _ = (&mut self.revoked).await;
    }
}

impl<K: Hash + Eq + Clone> Drop for Lease<K> {
    fn drop(&mut self) {
        self.quota.lock().remove(self.id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_revoked<K: Hash + Eq + Clone>(lease: &Lease<K>) -> bool {
        !lease.quota.lock().leases.contains_key(&lease.id)
    }

    #[test]
    fn what_is_dropped_is_free_again() {
        let quota = Quota::new(2, |_| 2);
        let (one, other) = (quota.acquire(&'a', 1).unwrap(), quota.acquire(&'b', 1).unwrap());
        assert!(quota.acquire(&'c', 1).is_none(), "all hold as much as it would");
        drop(one);
        assert!(quota.acquire(&'c', 1).is_some());
        drop(other);
        assert_eq!(quota.used(), 0);
        assert!(quota.lock().holders.is_empty());
    }

    #[test]
    fn who_holds_most_gives_way_with_the_oldest() {
        let quota = Quota::new(4, |_| 4);
        let many: Vec<_> = (0..4).map(|_| quota.acquire(&'a', 1).unwrap()).collect();
        let other = quota.acquire(&'b', 1).unwrap();
        let third = quota.acquire(&'c', 1).unwrap();
        assert_eq!(many.iter().map(is_revoked).collect::<Vec<_>>(), [true, true, false, false]);
        // Its own, because nobody has more.
        let again = quota.acquire(&'a', 1).unwrap();
        assert!(is_revoked(&many[2]) && !is_revoked(&other) && !is_revoked(&third) && !is_revoked(&again));
    }

    #[test]
    fn a_holder_over_its_part_loses_its_own() {
        let quota = Quota::new(100, |_| 2);
        let leases: Vec<_> = (0..3).map(|_| quota.acquire(&'a', 1).unwrap()).collect();
        assert_eq!(leases.iter().map(is_revoked).collect::<Vec<_>>(), [true, false, false]);
    }

    #[test]
    fn small_bodies_arrive_while_large_ones_fill_the_budget() {
        let quota = Quota::new(100, |_| 60);
        let (mut large, mut other) = (quota.acquire(&'a', 1).unwrap(), quota.acquire(&'b', 1).unwrap());
        assert!(large.grow(59) && !large.grow(1), "its part is full");
        assert!(other.grow(38));
        let mut small = quota.acquire(&'c', 5).unwrap();
        assert!(is_revoked(&large) && small.grow(5));
        assert!(!large.grow(1));
        drop(large);
        assert_eq!(quota.used(), 39 + 10);
    }
}
