var pn = Array.isArray, Mi = Array.prototype.indexOf, Wr = Array.prototype.includes, _n = Array.from, Xa = Object.defineProperty, yr = Object.getOwnPropertyDescriptor, Za = Object.getOwnPropertyDescriptors, Ni = Object.prototype, Ti = Array.prototype, $n = Object.getPrototypeOf, Pa = Object.isExtensible;
const Qa = () => {
};
function Pi(n) {
  for (var e = 0; e < n.length; e++)
    n[e]();
}
function $a() {
  var n, e, t = new Promise((a, s) => {
    n = a, e = s;
  });
  return { promise: t, resolve: n, reject: e };
}
function wr(n, e) {
  if (Array.isArray(n))
    return n;
  if (e === void 0 || !(Symbol.iterator in n))
    return Array.from(n);
  const t = [];
  for (const a of n)
    if (t.push(a), t.length === e) break;
  return t;
}
const rt = 2, Ar = 4, gn = 8, es = 1 << 24, xt = 16, Tt = 32, $t = 64, Fn = 128, ea = 256, At = 512, Ke = 1024, je = 2048, dt = 4096, at = 8192, Xe = 16384, Lr = 32768, Kr = 1 << 25, dr = 65536, ln = 1 << 17, Li = 1 << 18, Or = 1 << 19, Oi = 1 << 20, Ct = 1 << 25, un = 1 << 21, kr = 1 << 22, Qt = 1 << 23, Kt = /* @__PURE__ */ Symbol("$state"), ts = /* @__PURE__ */ Symbol("component"), Ri = /* @__PURE__ */ Symbol("legacy props"), Ci = /* @__PURE__ */ Symbol(""), rs = /* @__PURE__ */ Symbol("attributes"), jn = /* @__PURE__ */ Symbol("class"), Un = /* @__PURE__ */ Symbol("style"), Dn = /* @__PURE__ */ Symbol("text"), nn = /* @__PURE__ */ Symbol("form reset"), Xr = new class extends Error {
  name = "StaleReactionError";
  message = "The reaction that called `getAbortSignal()` was re-run or destroyed";
}(), Ii = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  !!globalThis.document?.contentType && /* @__PURE__ */ globalThis.document.contentType.includes("xml")
), Fi = 1, ji = 2, ns = 4, Ui = 8, Di = 16, Hi = 1, zi = 4, Bi = 8, qi = 16, as = 1, Wi = 2, ss = {}, We = /* @__PURE__ */ Symbol("uninitialized"), Ki = "http://www.w3.org/1999/xhtml";
function Vi() {
  console.warn("https://svelte.dev/e/derived_inert");
}
function Ji() {
  console.warn("https://svelte.dev/e/select_multiple_invalid_value");
}
function Yi() {
  console.warn("https://svelte.dev/e/svelte_boundary_reset_noop");
}
function is(n) {
  return n === this.v;
}
function os(n, e) {
  return n != n ? e == e : n !== e || n !== null && typeof n == "object" || typeof n == "function";
}
function ls(n) {
  return !os(n, this.v);
}
function Gi() {
  throw new Error("https://svelte.dev/e/async_derived_orphan");
}
function Xi(n, e, t) {
  throw new Error("https://svelte.dev/e/each_key_duplicate");
}
function Zi(n) {
  throw new Error("https://svelte.dev/e/effect_in_teardown");
}
function Qi() {
  throw new Error("https://svelte.dev/e/effect_in_unowned_derived");
}
function $i(n) {
  throw new Error("https://svelte.dev/e/effect_orphan");
}
function eo() {
  throw new Error("https://svelte.dev/e/effect_update_depth_exceeded");
}
function to(n) {
  throw new Error("https://svelte.dev/e/props_invalid_value");
}
function ro() {
  throw new Error("https://svelte.dev/e/state_descriptors_fixed");
}
function no() {
  throw new Error("https://svelte.dev/e/state_prototype_fixed");
}
function ao() {
  throw new Error("https://svelte.dev/e/state_unsafe_mutation");
}
function so() {
  throw new Error("https://svelte.dev/e/svelte_boundary_reset_onerror");
}
let st = null;
function Mr(n) {
  st = n;
}
function Ze(n, e = !1, t) {
  st = {
    p: st,
    i: !1,
    c: null,
    e: null,
    s: n,
    x: null,
    r: (
      /** @type {Effect} */
      Le
    ),
    l: null
  };
}
function Qe(n) {
  var e = (
    /** @type {ComponentContext} */
    st
  ), t = e.e;
  if (t !== null) {
    e.e = null;
    for (var a of t)
      As(a);
  }
  return e.i = !0, st = e.p, ta(n);
}
function ta(n = {}) {
  return Xa(n, ts, { value: !0 }), n;
}
function us() {
  return !0;
}
let ir = [];
function cs() {
  var n = ir;
  ir = [], Pi(n);
}
function Wt(n) {
  if (ir.length === 0 && !Hr) {
    var e = ir;
    queueMicrotask(() => {
      e === ir && cs();
    });
  }
  ir.push(n);
}
function io() {
  for (; ir.length > 0; )
    cs();
}
const oo = -7169;
function Be(n, e) {
  n.f = n.f & oo | e;
}
function ra(n) {
  (n.f & At) !== 0 || n.deps === null ? Be(n, Ke) : Be(n, dt);
}
function fs(n, e) {
  (n.f & je) !== 0 ? e.set(n, je) : (n.f & dt) !== 0 && e.get(n) !== je && e.set(n, dt), Be(n, Ke);
}
let La = !1;
function lo() {
  La || (La = !0, document.addEventListener(
    "reset",
    (n) => {
      Promise.resolve().then(() => {
        if (!n.defaultPrevented)
          for (
            const e of
            /**@type {HTMLFormElement} */
            n.target.elements
          )
            e[nn]?.();
      });
    },
    // In the capture phase to guarantee we get noticed of it (no possibility of stopPropagation)
    { capture: !0 }
  ));
}
function Rr(n) {
  var e = Ne, t = Le;
  bt(null), jt(null);
  try {
    return n();
  } finally {
    bt(e), jt(t);
  }
}
function na(n, e, t, a = t) {
  n.addEventListener(e, () => Rr(t));
  const s = (
    /** @type {any} */
    n[nn]
  );
  s ? n[nn] = () => {
    s(), a(!0);
  } : n[nn] = () => a(!0), lo();
}
function uo(n, e, t, a) {
  const s = Vr;
  var i = n.filter((d) => !d.settled), o = e.map(s);
  if (t.length === 0 && i.length === 0) {
    a(o);
    return;
  }
  var l = (
    /** @type {Effect} */
    Le
  ), u = co(), f = i.length === 1 ? i[0].promise : i.length > 1 ? Promise.all(i.map((d) => d.promise)) : null;
  function h(d) {
    if ((l.f & Xe) === 0) {
      u();
      try {
        a([...o, ...d]);
      } catch (_) {
        Rt(_, l);
      }
      cn();
    }
  }
  var v = ds();
  if (t.length === 0) {
    f.then(() => h([])).finally(v);
    return;
  }
  function m() {
    Promise.all(t.map((d) => /* @__PURE__ */ fo(d))).then(h).catch((d) => Rt(d, l)).finally(v);
  }
  f ? f.then(() => {
    if ((l.f & Xe) !== 0) {
      v();
      return;
    }
    u(), m(), cn();
  }) : m();
}
function co() {
  var n = (
    /** @type {Effect} */
    Le
  ), e = Ne, t = st, a = (
    /** @type {Batch} */
    xe
  );
  return function(i = !0) {
    jt(n), bt(e), Mr(t), i && (n.f & Xe) === 0 && (a?.activate(), a?.apply());
  };
}
function cn(n = !0) {
  jt(null), bt(null), Mr(null), n && xe?.deactivate();
}
function ds() {
  var n = (
    /** @type {Effect} */
    Le
  ), e = n.b, t = (
    /** @type {Batch} */
    xe
  ), a = !!e?.is_rendered();
  return e?.update_pending_count(1, t), t.increment(a, n), () => {
    e?.update_pending_count(-1, t), t.decrement(a, n);
  };
}
// @__NO_SIDE_EFFECTS__
function Vr(n) {
  var e = rt | je;
  return Le !== null && (Le.f |= Or), {
    ctx: st,
    deps: null,
    effects: null,
    equals: is,
    f: e,
    fn: n,
    reactions: null,
    rv: 0,
    v: (
      /** @type {V} */
      We
    ),
    wv: 0,
    parent: Le,
    ac: null
  };
}
const jr = /* @__PURE__ */ Symbol("obsolete");
// @__NO_SIDE_EFFECTS__
function fo(n, e, t) {
  let a = (
    /** @type {Effect | null} */
    Le
  );
  a === null && Gi();
  var s = (
    /** @type {Promise<V>} */
    /** @type {unknown} */
    void 0
  ), i = hr(
    /** @type {V} */
    We
  ), o = !Ne, l = /* @__PURE__ */ new Set();
  return No(() => {
    var u = (
      /** @type {Effect} */
      Le
    ), f = $a();
    s = f.promise;
    try {
      Promise.resolve(n()).then(f.resolve, (d) => {
        d !== Xr && f.reject(d);
      }).finally(cn);
    } catch (d) {
      f.reject(d), cn();
    }
    var h = (
      /** @type {Batch} */
      xe
    );
    if (o) {
      if ((u.f & Lr) !== 0)
        var v = ds();
      if (
        // boundary can be null if the async derived is inside an $effect.root not connected to the component render tree
        a.b?.is_rendered()
      )
        h.async_deriveds.get(u)?.reject(jr);
      else
        for (const d of l.values())
          d.reject(jr);
      l.add(f), h.async_deriveds.set(u, f);
    }
    const m = (d, _ = void 0) => {
      v?.(), l.delete(f), _ !== jr && (h.activate(), _ ? (i.f |= Qt, Nr(i, _)) : ((i.f & Qt) !== 0 && (i.f ^= Qt), Nr(i, d)), h.deactivate());
    };
    f.promise.then(m, (d) => m(null, d || "unknown"));
  }), la(() => {
    for (const u of l)
      u.reject(jr);
  }), new Promise((u) => {
    function f(h) {
      function v() {
        h === s ? u(i) : f(s);
      }
      h.then(v, v);
    }
    f(s);
  });
}
// @__NO_SIDE_EFFECTS__
function O(n) {
  const e = /* @__PURE__ */ Vr(n);
  return Ls(e), e;
}
// @__NO_SIDE_EFFECTS__
function hs(n) {
  const e = /* @__PURE__ */ Vr(n);
  return e.equals = ls, e;
}
function ho(n) {
  var e = n.effects;
  if (e !== null) {
    n.effects = null;
    for (var t = 0; t < e.length; t += 1)
      lt(
        /** @type {Effect} */
        e[t]
      );
  }
}
function aa(n) {
  var e, t = Le, a = n.parent;
  if (!Jt && a !== null && n.v !== We && // if it was never evaluated before, it's guaranteed to fail downstream, so we try to execute instead
  (a.f & (Xe | at)) !== 0)
    return Vi(), n.v;
  jt(a);
  try {
    ho(n), e = Is(n);
  } finally {
    jt(t);
  }
  return e;
}
function vs(n) {
  var e = aa(n);
  if (!n.equals(e) && (n.wv = Rs(), (!xe?.is_fork || n.deps === null) && (xe !== null ? (xe.capture(n, e, !0), xr?.capture(n, e, !0)) : n.v = e, n.deps === null))) {
    Be(n, Ke);
    return;
  }
  Jt || (St !== null ? (oa() || xe?.is_fork) && St.set(n, e) : ra(n));
}
function vo(n) {
  if (n.effects !== null)
    for (const e of n.effects)
      (e.teardown || e.ac) && (e.teardown?.(), e.ac !== null && Rr(() => {
        e.ac.abort(Xr), e.ac = null;
      }), e.fn !== null && (e.teardown = Qa), Jr(e, 0), ua(e));
}
function ps(n) {
  if (n.effects !== null)
    for (const e of n.effects)
      e.teardown && e.fn !== null && Tr(e);
}
let An = null, mr = null, xe = null, xr = null, St = null, Hn = null, Hr = !1, Mn = !1, zr = null, an = null;
var Oa = 0;
let po = 1;
class er {
  id = po++;
  /** True as soon as `#process` was called */
  started = !1;
  linked = !0;
  /** @type {Batch | null} */
  prev = null;
  /** @type {Batch | null} */
  next = null;
  /** @type {Map<Effect, ReturnType<typeof deferred<any>>>} */
  async_deriveds = /* @__PURE__ */ new Map();
  /**
   * The current values of any signals that are updated in this batch.
   * Tuple format: [value, is_derived] (note: is_derived is false for deriveds, too, if they were overridden via assignment)
   * The keys of this map are identical to `this.previous`
   * @type {Map<Value, [any, boolean]>}
   */
  current = /* @__PURE__ */ new Map();
  /**
   * The values of any signals (sources and deriveds) that are updated in this batch _before_ those updates took place.
   * The keys of this map are identical to `this.current`
   * @type {Map<Value, any>}
   */
  previous = /* @__PURE__ */ new Map();
  /**
   * When the batch is committed (and the DOM is updated), we need to remove old branches
   * and append new ones by calling the functions added inside (if/each/key/etc) blocks
   * @type {Set<(batch: Batch) => void>}
   */
  #e = /* @__PURE__ */ new Set();
  /**
   * If a fork is discarded, we need to destroy any effects that are no longer needed
   * @type {Set<(batch: Batch) => void>}
   */
  #r = /* @__PURE__ */ new Set();
  /**
   * The number of async effects that are currently in flight
   */
  #t = 0;
  /**
   * Async effects that are currently in flight, _not_ inside a pending boundary
   * @type {Map<Effect, number>}
   */
  #n = /* @__PURE__ */ new Map();
  /**
   * A deferred that resolves when the batch is committed, used with `settled()`
   * TODO replace with Promise.withResolvers once supported widely enough
   * @type {{ promise: Promise<void>, resolve: (value?: any) => void, reject: (reason: unknown) => void } | null}
   */
  #a = null;
  /**
   * Effects that were scheduled in this batch but not yet 'resolved' into the
   * root effects that need to be flushed. Resolving — the upwards traversal that
   * marks the path to each effect on the shared effect tree (see #resolve) — is
   * deferred until the batch is processed, so that the markers are created and
   * consumed within a single traversal. Scheduling into other batches (which can
   * happen concurrently, e.g. while a batch is committed) can therefore never
   * observe (and be confused by) this batch's markers.
   * May contain duplicates — deduplication happens during resolving
   * @type {Effect[]}
   */
  #s = [];
  /**
   * Effects created while this batch was active.
   * @type {Effect[]}
   */
  #o = [];
  /**
   * Deferred effects (which run after async work has completed) and their status (DIRTY or MAYBE_DIRTY)
   * @type {Map<Effect, number>}
   */
  #i = /* @__PURE__ */ new Map();
  /**
   * A map of branches that still exist, but will be destroyed when this batch
   * is committed — we skip over these during `process`.
   * The value contains child effects that were dirty/maybe_dirty before being reset,
   * so they can be rescheduled if the branch survives.
   * @type {Map<Effect, { d: Effect[], m: Effect[] }>}
   */
  #l = /* @__PURE__ */ new Map();
  /**
   * Inverse of #skipped_branches which we need to tell prior batches to unskip them when committing
   * @type {Set<Effect>}
   */
  #h = /* @__PURE__ */ new Set();
  is_fork = !1;
  #u = !1;
  constructor() {
    mr === null ? An = mr = this : (mr.next = this, this.prev = mr), mr = this;
  }
  #v() {
    if (this.is_fork) return !0;
    for (const e of this.#n.keys())
      if (!this.#g(e))
        return !0;
    return !1;
  }
  /**
   * Whether `effect` is inside a branch that this batch skips
   * @param {Effect} effect
   */
  #g(e) {
    for (var t = (
      /** @type {Effect | null} */
      e
    ); t !== null; t = t.parent)
      if (this.#l.has(t)) return !0;
    return !1;
  }
  /**
   * Add an effect to the #skipped_branches map and reset its children
   * @param {Effect} effect
   */
  skip_effect(e) {
    this.#l.has(e) || this.#l.set(e, { d: [], m: [] }), this.#h.delete(e);
  }
  /**
   * Remove an effect from the #skipped_branches map and reschedule
   * any tracked dirty/maybe_dirty child effects
   * @param {Effect} effect
   * @param {(e: Effect) => void} callback
   */
  unskip_effect(e, t = (a) => this.schedule(a)) {
    var a = this.#l.get(e);
    if (a) {
      this.#l.delete(e);
      for (var s of a.d)
        Be(s, je), t(s);
      for (s of a.m)
        Be(s, dt), t(s);
    }
    this.#h.add(e);
  }
  /**
   * Convert the effects that were scheduled in this batch into the root effects
   * that need to be traversed, marking the path to each effect (by clearing the
   * `CLEAN` flag on ancestor branches) so that the traversal can find them.
   * This happens right before traversal rather than at scheduling time, so that
   * the markers left on the (shared) effect tree are created and consumed within
   * a single traversal — scheduling into other batches can never observe them
   * @returns {Effect[]}
   */
  #c() {
    var e = [];
    for (const i of this.#s)
      if (!((i.f & Xe) !== 0 || (i.f & (je | dt)) === 0)) {
        for (var t = i, a = !1; t.parent !== null; ) {
          t = t.parent;
          var s = t.f;
          if ((s & ($t | Tt)) !== 0) {
            if ((s & Ke) === 0) {
              a = !0;
              break;
            }
            t.f ^= Ke;
          }
        }
        a || e.push(t);
      }
    return this.#s = [], e;
  }
  #p() {
    this.started = !0;
    for (const [l, u] of this.#i)
      Be(l, u), this.schedule(l);
    this.apply();
    for (var e = zr = [], t = [], a = an = []; this.#s.length > 0; ) {
      Oa++ > 1e3 && (this.#d(), go());
      for (const l of this.#c())
        try {
          this.#b(l, e, t);
        } catch (u) {
          throw ms(l), this.#v() || this.discard(), u;
        }
    }
    if (xe = null, a.length > 0) {
      var s = er.ensure();
      for (const l of a)
        s.schedule(l);
    }
    if (zr = null, an = null, this.#v()) {
      this.#_(t), this.#_(e);
      for (const [l, u] of this.#l)
        gs(l, u);
      a.length > 0 && /** @type {unknown} */
      xe.#p();
      return;
    }
    const i = this.#k();
    if (i) {
      this.#_(t), this.#_(e), i.#f(this);
      return;
    }
    this.#i.clear();
    for (const l of this.#e) l(this);
    this.#e.clear(), xr = this, Ra(t), Ra(e), xr = null, this.#a?.resolve();
    var o = (
      /** @type {Batch | null} */
      /** @type {unknown} */
      xe
    );
    this.#t === 0 && (this.#s.length === 0 || o !== null) && this.#d(), o !== null && (It.clear(), o.#p());
  }
  /**
   * Traverse the effect tree, executing effects or stashing
   * them for later execution as appropriate
   * @param {Effect} root
   * @param {Effect[]} effects
   * @param {Effect[]} render_effects
   */
  #b(e, t, a) {
    e.f ^= Ke;
    for (var s = e.first; s !== null; ) {
      var i = s.f, o = (i & (Tt | $t)) !== 0, l = o && (i & Ke) !== 0, u = l || (i & at) !== 0 || this.#l.has(s);
      if (!u && s.fn !== null) {
        o ? s.f ^= Ke : (i & Ar) !== 0 ? t.push(s) : $r(s) && ((i & xt) !== 0 && this.add_dirty_reaction(s, dt), Tr(s));
        var f = s.first;
        if (f !== null) {
          s = f;
          continue;
        }
      }
      for (; s !== null; ) {
        var h = s.next;
        if (h !== null) {
          s = h;
          break;
        }
        s = s.parent;
      }
    }
  }
  #k() {
    for (var e = this.prev; e !== null; e = e.prev)
      if (!e.is_fork && this.#m(e)) return e;
    return null;
  }
  /** @param {Batch} batch */
  #m(e) {
    for (const [t, [, a]] of this.current)
      if (!a && e.current.has(t))
        return !0;
    return !1;
  }
  /**
   * @param {Batch} batch
   */
  #f(e) {
    for (const [a, s] of e.current)
      !this.previous.has(a) && e.previous.has(a) && this.previous.set(a, e.previous.get(a)), this.current.set(a, s);
    for (const [a, s] of e.async_deriveds) {
      const i = this.async_deriveds.get(a);
      i && s.promise.then(i.resolve).catch(i.reject);
    }
    e.async_deriveds.clear(), this.transfer_reactions(e.#i);
    const t = (a) => {
      var s = a.reactions;
      if (s !== null && !((a.f & rt) !== 0 && (a.f & (je | dt)) === 0))
        for (const l of s) {
          var i = l.f;
          if ((i & rt) !== 0)
            t(
              /** @type {Derived} */
              l
            );
          else {
            var o = (
              /** @type {Effect} */
              l
            );
            i & (kr | xt) && !this.async_deriveds.has(o) && (this.#i.delete(o), Be(o, je), this.schedule(o));
          }
        }
    };
    for (const a of this.current.keys())
      t(a);
    this.oncommit(() => e.discard()), e.#d(), xe = this, this.#p();
  }
  /**
   * @param {Effect[]} effects
   */
  #_(e) {
    for (var t = 0; t < e.length; t += 1)
      fs(e[t], this.#i);
  }
  /**
   * Associate a change to a given source with the current
   * batch, noting its previous and current values
   * @param {Value} source
   * @param {any} value
   * @param {boolean} [is_derived]
   */
  capture(e, t, a = !1) {
    e.v !== We && !this.previous.has(e) && this.previous.set(e, e.v), (e.f & Qt) === 0 && (this.current.set(e, [t, a]), St?.set(e, t)), this.is_fork || (e.v = t);
  }
  activate() {
    xe = this;
  }
  deactivate() {
    xe = null, St = null;
  }
  flush() {
    try {
      Mn = !0, xe = this, this.#p();
    } finally {
      Oa = 0, Hn = null, zr = null, an = null, Mn = !1, xe = null, St = null, It.clear();
    }
  }
  discard() {
    for (const e of this.#r) e(this);
    this.#r.clear();
    for (const e of this.async_deriveds.values())
      e.reject(jr);
    this.#d(), this.#a?.resolve();
  }
  /**
   * @param {Effect} effect
   */
  register_created_effect(e) {
    this.#o.push(e);
  }
  #y() {
    for (let v = An; v !== null; v = v.next) {
      var e = v.id < this.id, t = [];
      for (const [m, [d, _]] of this.current) {
        if (v.current.has(m)) {
          var a = (
            /** @type {[any, boolean]} */
            v.current.get(m)[0]
          );
          if (e && d !== a)
            v.current.set(m, [d, _]);
          else
            continue;
        }
        t.push(m);
      }
      if (e)
        for (const [m, d] of this.async_deriveds) {
          const _ = v.async_deriveds.get(m);
          _ && d.promise.then(_.resolve).catch(_.reject);
        }
      var s = [...v.current.keys()].filter(
        (m) => !/** @type {[any, boolean]} */
        v.current.get(m)[1]
      );
      if (!(!v.started || s.length === 0)) {
        var i = s.filter((m) => !this.current.has(m));
        if (i.length === 0)
          e && v.discard();
        else if (t.length > 0) {
          if (e)
            for (const m of this.#h)
              v.unskip_effect(m, (d) => {
                (d.f & (xt | kr)) !== 0 ? v.schedule(d) : v.#_([d]);
              });
          v.activate();
          var o = /* @__PURE__ */ new Set(), l = /* @__PURE__ */ new Map();
          for (var u of t)
            _s(u, i, o, l);
          l = /* @__PURE__ */ new Map();
          var f = [...v.current].filter(([m, d]) => {
            const _ = this.current.get(m);
            return _ ? _[0] !== d[0] || _[1] !== d[1] : !0;
          }).map(([m]) => m);
          if (f.length > 0)
            for (const m of this.#o)
              (m.f & (Xe | at | ln)) === 0 && sa(m, f, l) && ((m.f & (kr | xt)) !== 0 ? (Be(m, je), v.schedule(m)) : v.add_dirty_reaction(m, je));
          if (v.#s.length > 0 && !v.#u) {
            v.apply();
            for (var h of v.#c())
              v.#b(h, [], []);
          }
          v.deactivate();
        }
      }
    }
  }
  /**
   * @param {boolean} blocking
   * @param {Effect} effect
   */
  increment(e, t) {
    if (this.#t += 1, e) {
      let a = this.#n.get(t) ?? 0;
      this.#n.set(t, a + 1);
    }
  }
  /**
   * @param {boolean} blocking
   * @param {Effect} effect
   */
  decrement(e, t) {
    if (this.#t -= 1, e) {
      let a = this.#n.get(t) ?? 0;
      a === 1 ? this.#n.delete(t) : this.#n.set(t, a - 1);
    }
    this.#u || (this.#u = !0, Wt(() => {
      this.#u = !1, this.linked && this.flush();
    }));
  }
  /**
   * @param {Map<Effect, number>} dirty_reactions
   */
  transfer_reactions(e) {
    for (const [t, a] of e)
      this.add_dirty_reaction(t, a);
    e.clear();
  }
  /**
   * @param {Effect} effect
   * @param {number} status
   */
  add_dirty_reaction(e, t) {
    (t === je || this.#i.get(e) !== je) && this.#i.set(e, t);
  }
  /** @param {(batch: Batch) => void} fn */
  oncommit(e) {
    this.#e.add(e);
  }
  /** @param {(batch: Batch) => void} fn */
  ondiscard(e) {
    this.#r.add(e);
  }
  settled() {
    return (this.#a ??= $a()).promise;
  }
  static ensure() {
    if (xe === null) {
      const e = xe = new er();
      !Mn && !Hr && Wt(() => {
        e.started || e.flush();
      });
    }
    return xe;
  }
  apply() {
    {
      St = null;
      return;
    }
  }
  /**
   *
   * @param {Effect} effect
   */
  schedule(e) {
    if (Hn = e, e.b?.is_pending && (e.f & (Ar | gn | es)) !== 0 && (e.f & Lr) === 0) {
      e.b.defer_effect(e);
      return;
    }
    this.#s.push(e);
  }
  #d() {
    if (this.linked) {
      var e = this.prev, t = this.next;
      e === null ? An = t : e.next = t, t === null ? mr = e : t.prev = e, this.linked = !1;
    }
  }
}
function _o(n) {
  var e = Hr, t = xr;
  xr = null, Hr = !0;
  try {
    for (var a; ; ) {
      if (io(), xe === null)
        return (
          /** @type {T} */
          a
        );
      xe.flush();
    }
  } finally {
    Hr = e, xr = t;
  }
}
function go() {
  try {
    eo();
  } catch (n) {
    Rt(n, Hn);
  }
}
let Bt = null;
function Ra(n) {
  var e = n.length;
  if (e !== 0) {
    for (var t = 0; t < e; ) {
      var a = n[t++];
      if ((a.f & (Xe | at)) === 0 && $r(a) && (Bt = /* @__PURE__ */ new Set(), Tr(a), a.deps === null && a.first === null && a.nodes === null && a.teardown === null && a.ac === null && Ns(a), Bt?.size > 0)) {
        It.clear();
        for (const s of Bt) {
          if ((s.f & (Xe | at)) !== 0) continue;
          const i = [s];
          let o = s.parent;
          for (; o !== null; )
            Bt.has(o) && (Bt.delete(o), i.push(o)), o = o.parent;
          for (let l = i.length - 1; l >= 0; l--) {
            const u = i[l];
            (u.f & (Xe | at)) === 0 && Tr(u);
          }
        }
        Bt.clear();
      }
    }
    Bt = null;
  }
}
function _s(n, e, t, a) {
  if (!t.has(n) && (t.add(n), n.reactions !== null))
    for (const s of n.reactions) {
      const i = s.f;
      (i & rt) !== 0 ? _s(
        /** @type {Derived} */
        s,
        e,
        t,
        a
      ) : (i & (kr | xt)) !== 0 && (i & je) === 0 && sa(s, e, a) && (Be(s, je), ia(
        /** @type {Effect} */
        s
      ));
    }
}
function sa(n, e, t) {
  const a = t.get(n);
  if (a !== void 0) return a;
  if (n.deps !== null)
    for (const s of n.deps) {
      if (Wr.call(e, s))
        return !0;
      if ((s.f & rt) !== 0 && sa(
        /** @type {Derived} */
        s,
        e,
        t
      ))
        return t.set(
          /** @type {Derived} */
          s,
          !0
        ), !0;
    }
  return t.set(n, !1), !1;
}
function ia(n) {
  xe.schedule(n);
}
function gs(n, e) {
  if (!((n.f & Tt) !== 0 && (n.f & Ke) !== 0)) {
    (n.f & je) !== 0 ? e.d.push(n) : (n.f & dt) !== 0 && e.m.push(n), Be(n, Ke);
    for (var t = n.first; t !== null; )
      gs(t, e), t = t.next;
  }
}
function ms(n) {
  Be(n, Ke);
  for (var e = n.first; e !== null; )
    ms(e), e = e.next;
}
let fn = /* @__PURE__ */ new Set();
const It = /* @__PURE__ */ new Map();
let bs = !1;
function hr(n, e) {
  var t = {
    f: 0,
    v: n,
    reactions: null,
    equals: is,
    rv: 0,
    wv: 0
  };
  return t;
}
// @__NO_SIDE_EFFECTS__
function H(n, e) {
  const t = hr(n);
  return Ls(t), t;
}
// @__NO_SIDE_EFFECTS__
function mo(n, e = !1, t = !0) {
  const a = hr(n);
  return e || (a.equals = ls), a;
}
function N(n, e, t = !1) {
  Ne !== null && // since we are untracking the function inside `$inspect.with` we need to add this check
  // to ensure we error if state is set inside an inspect effect
  (!Et || (Ne.f & ln) !== 0) && us() && (Ne.f & (rt | xt | kr | ln)) !== 0 && (Ft === null || !Ft.has(n)) && ao();
  let a = t ? or(e) : e;
  return Nr(n, a, an);
}
var sr = null, zn = 0;
function Nr(n, e, t = null) {
  if (!n.equals(e)) {
    Jt ? It.set(n, e) : It.has(n) || It.set(n, n.v);
    var a = er.ensure();
    if (a.capture(n, e), (n.f & rt) !== 0) {
      const s = (
        /** @type {Derived} */
        n
      );
      (n.f & je) !== 0 && aa(s), St === null && ra(s);
    }
    n.wv = Rs(), sr = null, zn = 0, ys(n, je, t), sr = null, Le !== null && (Le.f & Ke) !== 0 && (Le.f & (Tt | $t)) === 0 && (_t === null ? Lo([n]) : _t.push(n)), !a.is_fork && fn.size > 0 && !bs && bo();
  }
  return e;
}
function bo() {
  bs = !1;
  for (const n of fn) {
    (n.f & Ke) !== 0 && Be(n, dt);
    let e;
    try {
      e = $r(n);
    } catch {
      e = !0;
    }
    e && Tr(n);
  }
  fn.clear();
}
function yo(n, e = 1) {
  var t = r(n), a = e === 1 ? t++ : t--;
  return N(n, t), a;
}
function Br(n) {
  N(n, n.v + 1);
}
function ys(n, e, t) {
  var a = n.reactions;
  if (a !== null) {
    var s = a.length;
    if (zn += s, zn > 1e5 && sr === null && (sr = /* @__PURE__ */ new Set()), sr !== null) {
      if (sr.has(n)) return;
      sr.add(n);
    }
    for (var i = 0; i < s; i++) {
      var o = a[i], l = o.f, u = (l & je) === 0;
      if (u && Be(o, e), (l & ln) !== 0)
        fn.add(
          /** @type {Effect} */
          o
        );
      else if ((l & rt) !== 0) {
        var f = (
          /** @type {Derived} */
          o
        );
        St?.delete(f), ys(f, dt, t);
      } else if (u) {
        var h = (
          /** @type {Effect} */
          o
        );
        (l & xt) !== 0 && Bt !== null && Bt.add(h), t !== null ? t.push(h) : ia(h);
      }
    }
  }
}
function or(n) {
  if (typeof n != "object" || n === null || Kt in n || ts in n)
    return n;
  const e = $n(n);
  if (e !== Ni && e !== Ti)
    return n;
  var t = /* @__PURE__ */ new Map(), a = pn(n), s = /* @__PURE__ */ H(0), i = fr, o = (l) => {
    if (fr === i)
      return l();
    var u = Ne, f = fr;
    bt(null), Fa(i);
    var h = l();
    return bt(u), Fa(f), h;
  };
  return a && t.set("length", /* @__PURE__ */ H(
    /** @type {any[]} */
    n.length
  )), new Proxy(
    /** @type {any} */
    n,
    {
      defineProperty(l, u, f) {
        (!("value" in f) || f.configurable === !1 || f.enumerable === !1 || f.writable === !1) && ro();
        var h = t.get(u);
        return h === void 0 ? o(() => {
          var v = /* @__PURE__ */ H(f.value);
          return t.set(u, v), v;
        }) : N(h, f.value, !0), !0;
      },
      deleteProperty(l, u) {
        var f = t.get(u);
        if (f === void 0) {
          if (u in l) {
            const h = o(() => /* @__PURE__ */ H(We));
            t.set(u, h), Br(s);
          }
        } else
          N(f, We), Br(s);
        return !0;
      },
      get(l, u, f) {
        if (u === Kt)
          return n;
        var h = t.get(u), v = u in l;
        if (h === void 0 && (!v || yr(l, u)?.writable) && (h = o(() => {
          var d = or(v ? l[u] : We), _ = /* @__PURE__ */ H(d);
          return _;
        }), t.set(u, h)), h !== void 0) {
          var m = r(h);
          return m === We ? void 0 : m;
        }
        return Reflect.get(l, u, f);
      },
      getOwnPropertyDescriptor(l, u) {
        this.has?.(l, u);
        var f = Reflect.getOwnPropertyDescriptor(l, u), h = t.get(u);
        if (h !== void 0) {
          var v = r(h);
          if (v === We)
            return;
          if (f && "value" in f)
            f.value = v;
          else
            return {
              enumerable: !0,
              configurable: !0,
              value: v,
              writable: !0
            };
        }
        return f;
      },
      has(l, u) {
        if (u === Kt)
          return !0;
        var f = t.get(u), h = f !== void 0 && f.v !== We || Reflect.has(l, u);
        if (f !== void 0 || (Le !== null || Ne !== null) && (!h || yr(l, u)?.writable)) {
          f === void 0 && (f = o(() => {
            var m = h ? or(l[u]) : We, d = /* @__PURE__ */ H(m);
            return d;
          }), t.set(u, f));
          var v = r(f);
          if (v === We)
            return !1;
        }
        return h;
      },
      set(l, u, f, h) {
        var v = t.get(u), m = u in l;
        if (a && u === "length")
          for (var d = f; d < /** @type {Source<number>} */
          v.v; d += 1) {
            var _ = t.get(d + "");
            _ !== void 0 ? N(_, We) : d in l && (_ = o(() => /* @__PURE__ */ H(We)), t.set(d + "", _));
          }
        if (v === void 0)
          (!m || yr(l, u)?.writable) && (v = o(() => /* @__PURE__ */ H(void 0)), N(v, or(f)), t.set(u, v));
        else {
          m = v.v !== We;
          var w = o(() => or(f));
          N(v, w);
        }
        var p = Reflect.getOwnPropertyDescriptor(l, u);
        if (p?.set && p.set.call(h, f), !m) {
          if (a && typeof u == "string") {
            var A = (
              /** @type {Source<number>} */
              t.get("length")
            ), b = Number(u);
            Number.isInteger(b) && b >= A.v && N(A, b + 1);
          }
          Br(s);
        }
        return !0;
      },
      ownKeys(l) {
        r(s);
        var u = Reflect.ownKeys(l).filter((v) => {
          var m = t.get(v);
          return m === void 0 || m.v !== We;
        });
        for (var [f, h] of t)
          h.v !== We && !(f in l) && u.push(f);
        return u;
      },
      setPrototypeOf() {
        no();
      }
    }
  );
}
function Ca(n) {
  try {
    if (n !== null && typeof n == "object" && Kt in n)
      return n[Kt];
  } catch {
  }
  return n;
}
function ws(n, e) {
  return Object.is(Ca(n), Ca(e));
}
var dn, ks, xs, Ss;
function wo() {
  if (dn === void 0) {
    dn = window, ks = /Firefox/.test(navigator.userAgent);
    var n = Element.prototype, e = Node.prototype, t = Text.prototype;
    xs = yr(e, "firstChild").get, Ss = yr(e, "nextSibling").get, Pa(n) && (n[jn] = void 0, n[rs] = null, n[Un] = void 0, n.__e = void 0), Pa(t) && (t[Dn] = void 0);
  }
}
function Vt(n = "") {
  return document.createTextNode(n);
}
// @__NO_SIDE_EFFECTS__
function Ot(n) {
  return (
    /** @type {TemplateNode | null} */
    xs.call(n)
  );
}
// @__NO_SIDE_EFFECTS__
function Zr(n) {
  return (
    /** @type {TemplateNode | null} */
    Ss.call(n)
  );
}
function E(n, e) {
  return /* @__PURE__ */ Ot(n);
}
function Pe(n, e = !1) {
  {
    var t = /* @__PURE__ */ Ot(n);
    return t instanceof Comment && t.data === "" ? /* @__PURE__ */ Zr(t) : t;
  }
}
function Z(n, e = !1) {
  return /* @__PURE__ */ Ot(n);
}
function c(n, e = 1, t = !1) {
  let a = n;
  for (; e--; )
    a = /** @type {TemplateNode} */
    /* @__PURE__ */ Zr(a);
  return a;
}
function ko(n) {
  n.textContent = "";
}
function Es() {
  return !1;
}
function xo(n, e, t) {
  return (
    /** @type {T extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[T] : Element} */
    t ? document.createElement(n, { is: t }) : document.createElement(n)
  );
}
function So(n) {
  var e = Le;
  if (e === null)
    return Ne.f |= Qt, n;
  if ((e.f & Lr) === 0 && (e.f & Ar) === 0)
    throw n;
  Rt(n, e);
}
function Rt(n, e) {
  if (n === ss)
    throw n;
  if (!(e !== null && (e.f & Xe) !== 0)) {
    for (; e !== null; ) {
      if ((e.f & Fn) !== 0 && (e.f & (Xe | Kr)) === 0) {
        if ((e.f & Lr) === 0)
          throw n;
        try {
          e.b.error(n);
          return;
        } catch (t) {
          n = t;
        }
      }
      e = e.parent;
    }
    throw n;
  }
}
function Eo(n) {
  Le === null && (Ne === null && $i(), Qi()), Jt && Zi();
}
function Ao(n, e) {
  var t = e.last;
  t === null ? e.last = e.first = n : (t.next = n, n.prev = t, e.last = n);
}
function Yt(n, e) {
  var t = Le;
  t !== null && (t.f & at) !== 0 && (n |= at);
  var a = {
    ctx: st,
    deps: null,
    nodes: null,
    f: n | je | At,
    first: null,
    fn: e,
    last: null,
    next: null,
    parent: t,
    b: t && t.b,
    prev: null,
    teardown: null,
    wv: 0,
    ac: null
  };
  xe?.register_created_effect(a);
  var s = a;
  if ((n & Ar) !== 0)
    zr !== null ? zr.push(a) : er.ensure().schedule(a);
  else if (e !== null) {
    try {
      Tr(a);
    } catch (o) {
      throw lt(a), o;
    }
    s.deps === null && s.teardown === null && s.nodes === null && s.first === s.last && // either `null`, or a singular child
    (s.f & Or) === 0 && (s = s.first, (n & xt) !== 0 && (n & dr) !== 0 && s !== null && (s.f |= dr));
  }
  if (s !== null && (s.parent = t, t !== null && Ao(s, t), Ne !== null && (Ne.f & rt) !== 0 && (n & $t) === 0)) {
    var i = (
      /** @type {Derived} */
      Ne
    );
    (i.effects ??= []).push(s);
  }
  return a;
}
function oa() {
  return Ne !== null && !Et;
}
function la(n) {
  const e = Yt(gn, null);
  return Be(e, Ke), e.teardown = n, e;
}
function ot(n) {
  Eo();
  var e = (
    /** @type {Effect} */
    Le.f
  ), t = !Ne && (e & Tt) !== 0 && st !== null && !st.i;
  if (t) {
    var a = (
      /** @type {ComponentContext} */
      st
    );
    (a.e ??= []).push(n);
  } else
    return As(n);
}
function As(n) {
  return Yt(Ar | Oi, n);
}
function Mo(n) {
  er.ensure();
  const e = Yt($t | Or, n);
  return (t = {}) => new Promise((a) => {
    t.outro ? cr(e, () => {
      lt(e), a(void 0);
    }) : (lt(e), a(void 0));
  });
}
function mn(n) {
  return Yt(Ar, n);
}
function No(n) {
  return Yt(kr | Or, n);
}
function Qr(n, e = 0) {
  return Yt(gn | e, n);
}
function U(n, e = [], t = [], a = []) {
  uo(a, e, t, (s) => {
    Yt(gn, () => {
      n(...s.map(r));
    });
  });
}
function bn(n, e = 0) {
  var t = Yt(xt | e, n);
  return t;
}
function mt(n) {
  return Yt(Tt | Or, n);
}
function Ms(n) {
  var e = n.teardown;
  if (e !== null) {
    const t = Jt, a = Ne;
    Ia(!0), bt(null);
    try {
      e.call(null);
    } catch (s) {
      Rt(s, n.parent);
    } finally {
      Ia(t), bt(a);
    }
  }
}
function ua(n, e = !1) {
  var t = n.first;
  for (n.first = n.last = null; t !== null; ) {
    const s = t.ac;
    s !== null && Rr(() => {
      s.abort(Xr);
    });
    var a = t.next;
    (t.f & $t) !== 0 ? t.parent = null : lt(t, e), t = a;
  }
}
function To(n) {
  for (var e = n.first; e !== null; ) {
    var t = e.next;
    (e.f & Tt) === 0 && lt(e), e = t;
  }
}
function lt(n, e = !0) {
  var t = !1;
  (e || (n.f & Li) !== 0) && n.nodes !== null && n.nodes.end !== null && (Po(
    n.nodes.start,
    /** @type {TemplateNode} */
    n.nodes.end
  ), t = !0), n.f |= Kr, ua(n, e && !t), Jr(n, 0);
  var a = n.nodes && n.nodes.t;
  if (a !== null)
    for (const i of a)
      i.stop();
  Ms(n), n.f ^= Kr, n.f |= Xe;
  var s = n.parent;
  s !== null && s.first !== null && Ns(n), n.next = n.prev = n.teardown = n.ctx = n.deps = n.fn = n.nodes = n.ac = n.b = null;
}
function Po(n, e) {
  for (; n !== null; ) {
    var t = n === e ? null : /* @__PURE__ */ Zr(n);
    n.remove(), n = t;
  }
}
function Ns(n) {
  var e = n.parent, t = n.prev, a = n.next;
  t !== null && (t.next = a), a !== null && (a.prev = t), e !== null && (e.first === n && (e.first = a), e.last === n && (e.last = t));
}
function cr(n, e, t = !0) {
  var a = [];
  n.f |= ea, Ts(n, a, !0);
  var s = () => {
    t && lt(n), e && e();
  }, i = a.length;
  if (i > 0) {
    var o = () => --i || s();
    for (var l of a)
      l.out(o);
  } else
    s();
}
function Ts(n, e, t) {
  if ((n.f & at) === 0) {
    n.f ^= at;
    var a = n.nodes && n.nodes.t;
    if (a !== null)
      for (const l of a)
        (l.is_global || t) && e.push(l);
    for (var s = n.first; s !== null; ) {
      var i = s.next;
      if ((s.f & $t) === 0) {
        var o = (s.f & dr) !== 0 || // If this is a branch effect without a block effect parent,
        // it means the parent block effect was pruned. In that case,
        // transparency information was transferred to the branch effect.
        (s.f & Tt) !== 0 && (n.f & xt) !== 0;
        Ts(s, e, o ? t : !1);
      }
      s = i;
    }
  }
}
function hn(n) {
  n.f &= ~ea, Ps(n, !0);
}
function Ps(n, e) {
  if ((n.f & ea) === 0 && (n.f & at) !== 0) {
    n.f ^= at, (n.f & Ke) === 0 && (Be(n, je), er.ensure().schedule(n));
    for (var t = n.first; t !== null; ) {
      var a = t.next, s = (t.f & dr) !== 0 || (t.f & Tt) !== 0;
      Ps(t, s ? e : !1), t = a;
    }
    var i = n.nodes && n.nodes.t;
    if (i !== null)
      for (const o of i)
        (o.is_global || e) && o.in();
  }
}
function ca(n, e) {
  if (n.nodes)
    for (var t = n.nodes.start, a = n.nodes.end; t !== null; ) {
      var s = t === a ? null : /* @__PURE__ */ Zr(t);
      e.append(t), t = s;
    }
}
let Jt = !1;
function Ia(n) {
  Jt = n;
}
let Ne = null, Et = !1;
function bt(n) {
  Ne = n;
}
let Le = null;
function jt(n) {
  Le = n;
}
let Ft = null;
function Ls(n) {
  Ne !== null && ((Ne.f & un) !== 0 || (Ne.f & rt) !== 0) && (Ft ??= /* @__PURE__ */ new Set()).add(n);
}
let it = null, ft = 0, _t = null;
function Lo(n) {
  _t = n;
}
let Os = 1, lr = 0, fr = lr;
function Fa(n) {
  fr = n;
}
function Rs() {
  return ++Os;
}
function $r(n) {
  var e = n.f;
  if ((e & je) !== 0)
    return !0;
  if ((e & dt) !== 0) {
    for (var t = (
      /** @type {Value[]} */
      n.deps
    ), a = t.length, s = 0; s < a; s++) {
      var i = t[s];
      if ($r(
        /** @type {Derived} */
        i
      ) && vs(
        /** @type {Derived} */
        i
      ), i.wv > n.wv)
        return !0;
    }
    (e & At) !== 0 && // During time traveling we don't want to reset the status so that
    // traversal of the graph in the other batches still happens
    St === null && Be(n, Ke);
  }
  return !1;
}
function Cs(n, e, t = !0) {
  var a = n.reactions;
  if (a !== null && !(Ft !== null && Ft.has(n)))
    for (var s = 0; s < a.length; s++) {
      var i = a[s];
      (i.f & rt) !== 0 ? Cs(
        /** @type {Derived} */
        i,
        e,
        !1
      ) : e === i && (t ? Be(i, je) : (i.f & Ke) !== 0 && Be(i, dt), ia(
        /** @type {Effect} */
        i
      ));
    }
}
function Is(n) {
  var e = it, t = ft, a = _t, s = Ne, i = Ft, o = st, l = Et, u = fr, f = n.f;
  it = /** @type {null | Value[]} */
  null, ft = 0, _t = null, Ne = (f & (Tt | $t)) === 0 ? n : null, Ft = null, Mr(n.ctx), Et = !1, fr = ++lr, n.ac !== null && (Rr(() => {
    n.ac.abort(Xr);
  }), n.ac = null);
  try {
    n.f |= un;
    var h = (
      /** @type {Function} */
      n.fn
    ), v = h();
    n.f |= Lr;
    var m = ja(n);
    if (us() && _t !== null && !Et && m !== null && (n.f & (rt | dt | je)) === 0)
      for (var d = 0; d < /** @type {Source[]} */
      _t.length; d++)
        Cs(
          _t[d],
          /** @type {Effect} */
          n
        );
    if (s !== null && s !== n) {
      if (lr++, s.deps !== null)
        for (let _ = 0; _ < t; _ += 1)
          s.deps[_].rv = lr;
      if (e !== null)
        for (const _ of e)
          _.rv = lr;
      _t !== null && (a === null ? a = _t : a.push(.../** @type {Source[]} */
      _t));
    }
    return (n.f & Qt) !== 0 && (n.f ^= Qt), v;
  } catch (_) {
    return ja(n), So(_);
  } finally {
    n.f ^= un, it = e, ft = t, _t = a, Ne = s, Ft = i, Mr(o), Et = l, fr = u;
  }
}
function ja(n) {
  var e = n.deps, t = xe?.is_fork;
  if (it !== null) {
    var a;
    if (t || Jr(n, ft), e !== null && ft > 0)
      for (e.length = ft + it.length, a = 0; a < it.length; a++)
        e[ft + a] = it[a];
    else
      n.deps = e = it;
    if (oa() && (n.f & At) !== 0)
      for (a = ft; a < e.length; a++)
        (e[a].reactions ??= []).push(n);
  } else !t && e !== null && ft < e.length && (Jr(n, ft), e.length = ft);
  return e;
}
function Oo(n, e) {
  let t = e.reactions;
  if (t !== null) {
    var a = Mi.call(t, n);
    if (a !== -1) {
      var s = t.length - 1;
      s === 0 ? t = e.reactions = null : (t[a] = t[s], t.pop());
    }
  }
  if (t === null && (e.f & rt) !== 0 && // Destroying a child effect while updating a parent effect can cause a dependency to appear
  // to be unused, when in fact it is used by the currently-updating parent. Checking `new_deps`
  // allows us to skip the expensive work of disconnecting and immediately reconnecting it
  (it === null || !Wr.call(it, e))) {
    var i = (
      /** @type {Derived} */
      e
    );
    (i.f & At) !== 0 && (i.f ^= At), i.v !== We && ra(i), i.ac !== null && Rr(() => {
      i.ac.abort(Xr), i.ac = null, Be(i, je);
    }), vo(i), Jr(i, 0);
  }
}
function Jr(n, e) {
  var t = n.deps;
  if (t !== null)
    for (var a = e; a < t.length; a++)
      Oo(n, t[a]);
}
function Tr(n) {
  var e = n.f;
  if ((e & Xe) === 0) {
    Be(n, Ke);
    var t = Le;
    Le = n;
    try {
      (e & (xt | es)) !== 0 ? To(n) : ua(n), Ms(n);
      var a = Is(n);
      n.teardown = typeof a == "function" ? a : null, n.wv = Os;
      var s;
    } finally {
      Le = t;
    }
  }
}
async function Ro() {
  await Promise.resolve(), _o();
}
function r(n) {
  var e = n.f, t = (e & rt) !== 0;
  if (Ne !== null && !Et) {
    var a = Le !== null && (Le.f & Xe) !== 0;
    if (!a && (Ft === null || !Ft.has(n))) {
      var s = Ne.deps;
      if ((Ne.f & un) !== 0)
        n.rv < lr && (n.rv = lr, it === null && s !== null && s[ft] === n ? ft++ : it === null ? it = [n] : it.push(n));
      else {
        Ne.deps ??= [], Wr.call(Ne.deps, n) || Ne.deps.push(n);
        var i = n.reactions;
        i === null ? n.reactions = [Ne] : Wr.call(i, Ne) || i.push(Ne);
      }
    }
  }
  if (Jt && It.has(n))
    return It.get(n);
  if (t) {
    var o = (
      /** @type {Derived} */
      n
    );
    if (Jt) {
      var l = o.v;
      return ((o.f & Ke) === 0 && o.reactions !== null || js(o)) && (l = aa(o)), It.set(o, l), l;
    }
    var u = (o.f & At) === 0 && !Et && Ne !== null && (Ne.f & At) !== 0, f = (o.f & Lr) === 0;
    $r(o) && (u && (o.f |= At), vs(o)), u && !f && (ps(o), Fs(o));
  }
  if (St?.has(n))
    return St.get(n);
  if ((n.f & Qt) !== 0)
    throw n.v;
  return n.v;
}
function Fs(n) {
  if (n.f |= At, n.deps !== null)
    for (const t of n.deps) {
      var e = t.reactions;
      e === null ? t.reactions = [n] : Wr.call(e, n) || e.push(n), (t.f & rt) !== 0 && (t.f & At) === 0 && (ps(
        /** @type {Derived} */
        t
      ), Fs(
        /** @type {Derived} */
        t
      ));
    }
}
function js(n) {
  if (n.v === We) return !0;
  if (n.deps === null) return !1;
  for (const e of n.deps)
    if (It.has(e) || (e.f & rt) !== 0 && js(
      /** @type {Derived} */
      e
    ))
      return !0;
  return !1;
}
function yt(n) {
  var e = Et;
  try {
    return Et = !0, n();
  } finally {
    Et = e;
  }
}
function Co(n) {
  if (!(typeof n != "object" || !n || n instanceof EventTarget)) {
    if (Kt in n)
      Bn(n);
    else if (!Array.isArray(n))
      for (let e in n) {
        const t = n[e];
        typeof t == "object" && t && Kt in t && Bn(t);
      }
  }
}
function Bn(n, e = /* @__PURE__ */ new Set()) {
  if (typeof n == "object" && n !== null && // We don't want to traverse DOM elements
  !(n instanceof EventTarget) && !e.has(n)) {
    e.add(n), n instanceof Date && n.getTime();
    for (let a in n)
      try {
        Bn(n[a], e);
      } catch {
      }
    const t = $n(n);
    if (t !== Object.prototype && t !== Array.prototype && t !== Map.prototype && t !== Set.prototype && t !== Date.prototype) {
      const a = Za(t);
      for (let s in a) {
        const i = a[s].get;
        if (i)
          try {
            i.call(n);
          } catch {
          }
      }
    }
  }
}
const Io = ["touchstart", "touchmove"];
function Fo(n) {
  return Io.includes(n);
}
const Ur = /* @__PURE__ */ Symbol("events"), Us = /* @__PURE__ */ new Set(), qn = /* @__PURE__ */ new Set();
function jo(n, e, t, a = {}) {
  function s(i) {
    if (a.capture || Wn.call(e, i), !i.cancelBubble)
      return Rr(() => t?.call(this, i));
  }
  return n.startsWith("pointer") || n.startsWith("touch") || n === "wheel" ? (s.__removed = !1, Wt(() => {
    s.__removed || e.addEventListener(n, s, a);
  })) : e.addEventListener(n, s, a), s;
}
function Fe(n, e, t, a, s) {
  var i = { capture: a, passive: s }, o = jo(n, e, t, i);
  (e === document.body || // @ts-ignore
  e === window || // @ts-ignore
  e === document || // Firefox has quirky behavior, it can happen that we still get "canplay" events when the element is already removed
  e instanceof HTMLMediaElement) && la(() => {
    o.__removed = !0, e.removeEventListener(n, o, i);
  });
}
function ne(n, e, t) {
  (e[Ur] ??= {})[n] = t;
}
function ht(n) {
  for (var e = 0; e < n.length; e++)
    Us.add(n[e]);
  for (var t of qn)
    t(n);
}
let Nn = null, Tn = !1;
function Wn(n) {
  var e = this, t = (
    /** @type {Node} */
    e.ownerDocument
  ), a = n.type, s = n.composedPath?.() || [], i = (
    /** @type {null | Element} */
    s[0] || n.target
  );
  Nn = n, Tn || (Tn = !0, setTimeout(() => {
    Tn = !1, Nn = null;
  }));
  var o = 0, l = Nn === n && n[Ur];
  if (l) {
    var u = s.indexOf(l);
    if (u !== -1 && (e === document || e === /** @type {any} */
    window)) {
      n[Ur] = e;
      return;
    }
    var f = s.indexOf(e);
    if (f === -1)
      return;
    u <= f && (o = u);
  }
  if (i = /** @type {Element} */
  s[o] || n.target, i !== e) {
    Xa(n, "currentTarget", {
      configurable: !0,
      get() {
        return i || t;
      }
    });
    var h = Ne, v = Le;
    bt(null), jt(null);
    try {
      for (var m, d = []; i !== null && i !== e; ) {
        try {
          var _ = i[Ur]?.[a];
          _ != null && (!/** @type {any} */
          i.disabled || // DOM could've been updated already by the time this is reached, so we check this as well
          // -> the target could not have been disabled because it emits the event in the first place
          n.target === i) && _.call(i, n);
        } catch (w) {
          m ? d.push(w) : m = w;
        }
        if (n.cancelBubble) break;
        o++, i = o < s.length ? (
          /** @type {Element} */
          s[o]
        ) : null;
      }
      if (m) {
        for (let w of d)
          queueMicrotask(() => {
            throw w;
          });
        throw m;
      }
    } finally {
      n[Ur] = e, delete n.currentTarget, bt(h), jt(v);
    }
  }
}
const Uo = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  globalThis?.window?.trustedTypes && /* @__PURE__ */ globalThis.window.trustedTypes.createPolicy("svelte-trusted-html", {
    /** @param {string} html */
    createHTML: (n) => n
  })
);
function Do(n) {
  return (
    /** @type {string} */
    Uo?.createHTML(n) ?? n
  );
}
function Ds(n) {
  var e = xo("template");
  return e.innerHTML = Do(n.replaceAll("<!>", "<!---->")), e.content;
}
function Pr(n, e) {
  var t = (
    /** @type {Effect} */
    Le
  );
  t.nodes === null && (t.nodes = { start: n, end: e, a: null, t: null });
}
// @__NO_SIDE_EFFECTS__
function S(n, e) {
  var t = (e & as) !== 0, a = (e & Wi) !== 0, s, i = !n.startsWith("<!>");
  return () => {
    s === void 0 && (s = Ds(i ? n : "<!>" + n), t || (s = /** @type {TemplateNode} */
    /* @__PURE__ */ Ot(s)));
    var o = (
      /** @type {TemplateNode} */
      a || ks ? document.importNode(s, !0) : s.cloneNode(!0)
    );
    if (t) {
      var l = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ Ot(o)
      ), u = (
        /** @type {TemplateNode} */
        o.lastChild
      );
      Pr(l, u);
    } else
      Pr(o, o);
    return o;
  };
}
// @__NO_SIDE_EFFECTS__
function Ho(n, e, t = "svg") {
  var a = !n.startsWith("<!>"), s = (e & as) !== 0, i = `<${t}>${a ? n : "<!>" + n}</${t}>`, o;
  return () => {
    if (!o) {
      var l = (
        /** @type {DocumentFragment} */
        Ds(i)
      ), u = (
        /** @type {Element} */
        /* @__PURE__ */ Ot(l)
      );
      if (s)
        for (o = document.createDocumentFragment(); /* @__PURE__ */ Ot(u); )
          o.appendChild(
            /** @type {TemplateNode} */
            /* @__PURE__ */ Ot(u)
          );
      else
        o = /** @type {Element} */
        /* @__PURE__ */ Ot(u);
    }
    var f = (
      /** @type {TemplateNode} */
      o.cloneNode(!0)
    );
    if (s) {
      var h = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ Ot(f)
      ), v = (
        /** @type {TemplateNode} */
        f.lastChild
      );
      Pr(h, v);
    } else
      Pr(f, f);
    return f;
  };
}
// @__NO_SIDE_EFFECTS__
function fa(n, e) {
  return /* @__PURE__ */ Ho(n, e, "svg");
}
function Kn(n = "") {
  {
    var e = Vt(n + "");
    return Pr(e, e), e;
  }
}
function tr() {
  var n = document.createDocumentFragment(), e = document.createComment(""), t = Vt();
  return n.append(e, t), Pr(e, t), n;
}
function g(n, e) {
  n !== null && n.before(
    /** @type {Node} */
    e
  );
}
function zo(n) {
  let e = 0, t = hr(0), a;
  return () => {
    oa() && (r(t), Qr(() => (e === 0 && (a = yt(() => n(() => Br(t)))), e += 1, () => {
      Wt(() => {
        e -= 1, e === 0 && (a?.(), a = void 0, Br(t));
      });
    })));
  };
}
var Bo = dr | Or;
function qo(n, e, t, a) {
  new Wo(n, e, t, a);
}
class Wo {
  /** @type {Boundary | null} */
  parent;
  is_pending = !1;
  /**
   * API-level transformError transform function. Transforms errors before they reach the `failed` snippet.
   * Inherited from parent boundary, or defaults to identity.
   * @type {(error: unknown) => unknown}
   */
  transform_error;
  /** @type {TemplateNode} */
  #e;
  /** @type {TemplateNode | null} */
  #r = null;
  /** @type {BoundaryProps} */
  #t;
  /** @type {((anchor: Node) => void)} */
  #n;
  /** @type {Effect} */
  #a;
  /** @type {Effect | null} */
  #s = null;
  /** @type {Effect | null} */
  #o = null;
  /** @type {Effect | null} */
  #i = null;
  /** @type {DocumentFragment | null} */
  #l = null;
  #h = 0;
  #u = 0;
  #v = !1;
  /** @type {Map<Effect, number>} */
  #g = /* @__PURE__ */ new Map();
  /**
   * A source containing the number of pending async deriveds/expressions.
   * Only created if `$effect.pending()` is used inside the boundary,
   * otherwise updating the source results in needless `Batch.ensure()`
   * calls followed by no-op flushes
   * @type {Source<number> | null}
   */
  #c = null;
  #p = zo(() => (this.#c = hr(this.#h), () => {
    this.#c = null;
  }));
  /**
   * @param {TemplateNode} node
   * @param {BoundaryProps} props
   * @param {((anchor: Node) => void)} children
   * @param {((error: unknown) => unknown) | undefined} [transform_error]
   */
  constructor(e, t, a, s) {
    this.#e = e, this.#t = t, this.#n = (i) => {
      var o = (
        /** @type {Effect} */
        Le
      );
      o.b = this, o.f |= Fn, a(i);
    }, this.parent = /** @type {Effect} */
    Le.b, this.transform_error = s ?? this.parent?.transform_error ?? ((i) => i), this.#a = bn(() => {
      this.#y();
    }, Bo);
  }
  #b() {
    try {
      this.#s = mt(() => this.#n(this.#e));
    } catch (e) {
      this.error(e);
    }
  }
  /**
   * @param {unknown} error The deserialized error from the server's hydration comment
   */
  #k(e) {
    const t = this.#t.failed, { reset: a, invoke_onerror: s } = this.#m(e);
    Wt(s), t && (this.#i = mt(() => {
      t(
        this.#e,
        () => e,
        () => a
      );
    }));
  }
  /**
   * Creates the `reset` function for a failed boundary, along with a function
   * that invokes `onerror` with it (if provided)
   * @param {unknown} error
   * @returns {{ reset: () => void, invoke_onerror: () => void }}
   */
  #m(e) {
    var t = !1, a = !1;
    const s = () => {
      if (!this.#f()) {
        if (t) {
          Yi();
          return;
        }
        t = !0, a && so(), this.#i !== null && cr(this.#i, () => {
          this.#i = null;
        }), this.#w(() => {
          this.#y();
        });
      }
    };
    return { reset: s, invoke_onerror: () => {
      if (!this.#f())
        try {
          a = !0, this.#t.onerror?.(e, s), a = !1;
        } catch (o) {
          Rt(o, this.#a && this.#a.parent);
        }
    } };
  }
  #f() {
    return (this.#a.f & (Xe | Kr)) !== 0;
  }
  #_() {
    const e = this.#t.pending;
    e && (this.is_pending = !0, this.#o = mt(() => e(this.#e)), Wt(() => {
      if (!this.#f()) {
        var t = this.#l = document.createDocumentFragment(), a = Vt(), s = !1;
        if (t.append(a), this.#s = this.#w(() => {
          try {
            return mt(() => this.#n(a));
          } catch (i) {
            try {
              this.error(i), s = !0;
            } catch (o) {
              Rt(o, this.#a.parent);
            }
            return null;
          }
        }), this.#s === null) {
          this.#l = null, s && this.#d(
            /** @type {Batch} */
            xe
          );
          return;
        }
        this.#u === 0 && (this.#e.before(t), this.#l = null, cr(
          /** @type {Effect} */
          this.#o,
          () => {
            this.#o = null;
          }
        ), this.#d(
          /** @type {Batch} */
          xe
        ));
      }
    }));
  }
  #y() {
    try {
      if (this.is_pending = this.has_pending_snippet(), this.#u = 0, this.#h = 0, this.#s = mt(() => {
        this.#n(this.#e);
      }), this.#u > 0) {
        var e = this.#l = document.createDocumentFragment();
        ca(this.#s, e);
        const t = (
          /** @type {(anchor: Node) => void} */
          this.#t.pending
        );
        this.#o = mt(() => t(this.#e));
      } else
        this.#d(
          /** @type {Batch} */
          xe
        );
    } catch (t) {
      this.error(t);
    }
  }
  /**
   * @param {Batch} batch
   */
  #d(e) {
    this.is_pending = !1, e.transfer_reactions(this.#g);
  }
  /**
   * Defer an effect inside a pending boundary until the boundary resolves
   * @param {Effect} effect
   */
  defer_effect(e) {
    fs(e, this.#g);
  }
  /**
   * Returns `false` if the effect exists inside a boundary whose pending snippet is shown
   * @returns {boolean}
   */
  is_rendered() {
    return !this.is_pending && (!this.parent || this.parent.is_rendered());
  }
  has_pending_snippet() {
    return !!this.#t.pending;
  }
  /**
   * @template T
   * @param {() => T} fn
   */
  #w(e) {
    var t = Le, a = Ne, s = st;
    jt(this.#a), bt(this.#a), Mr(this.#a.ctx);
    try {
      return er.ensure(), e();
    } finally {
      jt(t), bt(a), Mr(s);
    }
  }
  /**
   * Updates the pending count associated with the currently visible pending snippet,
   * if any, such that we can replace the snippet with content once work is done
   * @param {1 | -1} d
   * @param {Batch} batch
   */
  #x(e, t) {
    if (!this.has_pending_snippet()) {
      this.parent && this.parent.#x(e, t);
      return;
    }
    this.#u += e, this.#u === 0 && (this.#d(t), this.#o && cr(this.#o, () => {
      this.#o = null;
    }), this.#l && (this.#e.before(this.#l), this.#l = null));
  }
  /**
   * Update the source that powers `$effect.pending()` inside this boundary,
   * and controls when the current `pending` snippet (if any) is removed.
   * Do not call from inside the class
   * @param {1 | -1} d
   * @param {Batch} batch
   */
  update_pending_count(e, t) {
    this.#x(e, t), this.#h += e, !(!this.#c || this.#v) && (this.#v = !0, Wt(() => {
      this.#v = !1, this.#c && Nr(this.#c, this.#h);
    }));
  }
  get_effect_pending() {
    return this.#p(), r(
      /** @type {Source<number>} */
      this.#c
    );
  }
  /** @param {unknown} error */
  error(e) {
    if (e === ss || !this.#t.onerror && !this.#t.failed)
      throw e;
    xe?.is_fork ? (this.#s && xe.skip_effect(this.#s), this.#o && xe.skip_effect(this.#o), this.#i && xe.skip_effect(this.#i), xe.oncommit(() => {
      this.#f() || this.#S(e);
    })) : this.#S(e);
  }
  /**
   * @param {unknown} error
   */
  #S(e) {
    this.#s && (lt(this.#s), this.#s = null), this.#o && (lt(this.#o), this.#o = null), this.#i && (lt(this.#i), this.#i = null);
    let t = this.#t.failed;
    const a = (s) => {
      if (this.#f()) return;
      const { reset: i, invoke_onerror: o } = this.#m(s);
      o(), t && !this.#f() && (this.#i = this.#w(() => {
        try {
          return mt(() => {
            var l = (
              /** @type {Effect} */
              Le
            );
            l.b = this, l.f |= Fn, t(
              this.#e,
              () => s,
              () => i
            );
          });
        } catch (l) {
          return Rt(
            l,
            /** @type {Effect} */
            this.#a.parent
          ), null;
        }
      }));
    };
    Wt(() => {
      if (!this.#f()) {
        var s;
        try {
          s = this.transform_error(e);
        } catch (i) {
          Rt(i, this.#a && this.#a.parent);
          return;
        }
        s !== null && typeof s == "object" && typeof /** @type {any} */
        s.then == "function" ? s.then(
          a,
          /** @param {unknown} e */
          (i) => Rt(i, this.#a && this.#a.parent)
        ) : a(s);
      }
    });
  }
}
function z(n, e) {
  var t = e == null ? "" : typeof e == "object" ? `${e}` : e;
  t !== /** @type {any} */
  (n[Dn] ??= n.nodeValue) && (n[Dn] = t, n.nodeValue = `${t}`);
}
function Ko(n, e) {
  return Vo(n, e);
}
const tn = /* @__PURE__ */ new Map();
function Vo(n, { target: e, anchor: t, props: a = {}, events: s, context: i, intro: o = !0, transformError: l }) {
  wo();
  var u = void 0, f = Mo(() => {
    var h = t ?? e.appendChild(Vt());
    qo(
      /** @type {TemplateNode} */
      h,
      {
        pending: () => {
        }
      },
      (d) => {
        Ze({});
        var _ = (
          /** @type {ComponentContext} */
          st
        );
        i && (_.c = i), s && (a.$$events = s), u = n(d, a) || ta(), Qe();
      },
      l
    );
    var v = /* @__PURE__ */ new Set(), m = (d) => {
      for (var _ = 0; _ < d.length; _++) {
        var w = d[_];
        if (!v.has(w)) {
          v.add(w);
          var p = Fo(w);
          for (const T of [e, document]) {
            var A = tn.get(T);
            A === void 0 && (A = /* @__PURE__ */ new Map(), tn.set(T, A));
            var b = A.get(w);
            b === void 0 ? (T.addEventListener(w, Wn, { passive: p }), A.set(w, 1)) : A.set(w, b + 1);
          }
        }
      }
    };
    return m(_n(Us)), qn.add(m), () => {
      for (var d of v)
        for (const p of [e, document]) {
          var _ = (
            /** @type {Map<string, number>} */
            tn.get(p)
          ), w = (
            /** @type {number} */
            _.get(d)
          );
          --w == 0 ? (p.removeEventListener(d, Wn), _.delete(d), _.size === 0 && tn.delete(p)) : _.set(d, w);
        }
      qn.delete(m), h !== t && h.parentNode?.removeChild(h);
    };
  });
  return Vn.set(u, f), u;
}
let Vn = /* @__PURE__ */ new WeakMap();
function Jo(n, e) {
  const t = Vn.get(n);
  return t ? (Vn.delete(n), t(e)) : Promise.resolve();
}
class Hs {
  /** @type {TemplateNode} */
  anchor;
  /** @type {Map<Batch, Key>} */
  #e = /* @__PURE__ */ new Map();
  /**
   * Map of keys to effects that are currently rendered in the DOM.
   * These effects are visible and actively part of the document tree.
   * Example:
   * ```
   * {#if condition}
   * 	foo
   * {:else}
   * 	bar
   * {/if}
   * ```
   * Can result in the entries `true->Effect` and `false->Effect`
   * @type {Map<Key, Effect>}
   */
  #r = /* @__PURE__ */ new Map();
  /**
   * Similar to #onscreen with respect to the keys, but contains branches that are not yet
   * in the DOM, because their insertion is deferred.
   * @type {Map<Key, Branch>}
   */
  #t = /* @__PURE__ */ new Map();
  /**
   * Keys of effects that are currently outroing
   * @type {Set<Key>}
   */
  #n = /* @__PURE__ */ new Set();
  /**
   * Whether to pause (i.e. outro) on change, or destroy immediately.
   * This is necessary for `<svelte:element>`
   */
  #a = !0;
  /**
   * @param {TemplateNode} anchor
   * @param {boolean} transition
   */
  constructor(e, t = !0) {
    this.anchor = e, this.#a = t;
  }
  /**
   * @param {Batch} batch
   */
  #s = (e) => {
    if (this.#e.has(e)) {
      var t = (
        /** @type {Key} */
        this.#e.get(e)
      ), a = this.#r.get(t);
      if (a)
        hn(a), this.#n.delete(t);
      else {
        var s = this.#t.get(t);
        s && (hn(s.effect), this.#r.set(t, s.effect), this.#t.delete(t), s.fragment.lastChild.remove(), this.anchor.before(s.fragment), a = s.effect);
      }
      for (const [i, o] of this.#e) {
        if (this.#e.delete(i), i === e)
          break;
        const l = this.#t.get(o);
        l && (lt(l.effect), this.#t.delete(o));
      }
      for (const [i, o] of this.#r) {
        if (i === t || this.#n.has(i)) continue;
        const l = () => {
          if (Array.from(this.#e.values()).includes(i)) {
            var f = document.createDocumentFragment();
            ca(o, f), f.append(Vt()), this.#t.set(i, { effect: o, fragment: f });
          } else
            lt(o);
          this.#n.delete(i), this.#r.delete(i);
        };
        this.#a || !a ? (this.#n.add(i), cr(o, l, !1)) : l();
      }
    }
  };
  /**
   * @param {Batch} batch
   */
  #o = (e) => {
    this.#e.delete(e);
    const t = Array.from(this.#e.values());
    for (const [a, s] of this.#t)
      t.includes(a) || (lt(s.effect), this.#t.delete(a));
  };
  /**
   *
   * @param {any} key
   * @param {null | ((target: TemplateNode) => void)} fn
   */
  ensure(e, t) {
    var a = (
      /** @type {Batch} */
      xe
    ), s = Es();
    if (t && !this.#r.has(e) && !this.#t.has(e))
      if (s) {
        var i = document.createDocumentFragment(), o = Vt();
        i.append(o), this.#t.set(e, {
          effect: mt(() => t(o)),
          fragment: i
        });
      } else
        this.#r.set(
          e,
          mt(() => t(this.anchor))
        );
    if (this.#e.set(a, e), s) {
      for (const [l, u] of this.#r)
        l === e ? a.unskip_effect(u) : a.skip_effect(u);
      for (const [l, u] of this.#t)
        l === e ? a.unskip_effect(u.effect) : a.skip_effect(u.effect);
      a.oncommit(this.#s), a.ondiscard(this.#o);
    } else
      this.#s(a);
  }
}
function K(n, e, t = !1) {
  var a = new Hs(n), s = t ? dr : 0;
  function i(o, l) {
    a.ensure(o, l);
  }
  bn(() => {
    var o = !1;
    e((l, u = 0) => {
      o = !0, i(u, l);
    }), o || i(-1, null);
  }, s);
}
function Ce(n, e) {
  return e;
}
function Yo(n, e, t) {
  for (var a = [], s = e.length, i, o = e.length, l = 0; l < s; l++) {
    let v = e[l];
    cr(
      v,
      () => {
        if (i) {
          if (i.pending.delete(v), i.done.add(v), i.pending.size === 0) {
            var m = (
              /** @type {Set<EachOutroGroup>} */
              n.outrogroups
            );
            Jn(n, _n(i.done)), m.delete(i), m.size === 0 && (n.outrogroups = null);
          }
        } else
          o -= 1;
      },
      !1
    );
  }
  if (o === 0) {
    var u = a.length === 0 && t !== null && n.pending.size === 0;
    if (u) {
      var f = (
        /** @type {Element} */
        t
      ), h = (
        /** @type {Element} */
        f.parentNode
      );
      ko(h), h.append(f), n.items.clear();
    }
    Jn(n, e, !u);
  } else
    i = {
      pending: new Set(e),
      done: /* @__PURE__ */ new Set()
    }, (n.outrogroups ??= /* @__PURE__ */ new Set()).add(i);
}
function Jn(n, e, t = !0) {
  var a;
  if (n.pending.size > 0) {
    a = /* @__PURE__ */ new Set();
    for (const o of n.pending.values())
      for (const l of o)
        a.add(
          /** @type {EachItem} */
          n.items.get(l).e
        );
  }
  for (var s = 0; s < e.length; s++) {
    var i = e[s];
    if (a?.has(i)) {
      i.f |= Ct;
      const o = document.createDocumentFragment();
      ca(i, o);
    } else
      lt(e[s], t);
  }
}
var Ua;
function Te(n, e, t, a, s, i = null) {
  var o = n, l = /* @__PURE__ */ new Map(), u = (e & ns) !== 0;
  if (u) {
    var f = (
      /** @type {Element} */
      n
    );
    o = f.appendChild(Vt());
  }
  var h = null, v = /* @__PURE__ */ hs(() => {
    var b = t();
    return (
      /** @type {V[]} */
      pn(b) ? b : b == null ? [] : _n(b)
    );
  }), m = /* @__PURE__ */ new Map(), d = !0;
  function _(b) {
    if ((A.effect.f & Xe) === 0) {
      A.pending.delete(b);
      var T = r(v);
      A.fallback = h, Go(A, T, o, e, a), h !== null && (T.length === 0 ? (h.f & Ct) === 0 ? hn(h) : (h.f ^= Ct, Dr(h, null, o)) : cr(h, () => {
        h = null;
      }));
    }
  }
  function w(b) {
    A.pending.delete(b);
  }
  var p = bn(() => {
    for (var b = (
      /** @type {V[]} */
      r(v)
    ), T = b.length, I = /* @__PURE__ */ new Set(), Y = (
      /** @type {Batch} */
      xe
    ), B = Es(), x = 0; x < T; x += 1) {
      var R = b[x], J = a(R, x), D = d ? null : l.get(J);
      D ? (D.v && Nr(D.v, R), D.i && Nr(D.i, x), B && Y.unskip_effect(D.e)) : (D = Xo(
        l,
        d ? o : Ua ??= Vt(),
        R,
        J,
        x,
        s,
        e,
        t
      ), d || (D.e.f |= Ct), l.set(J, D)), I.add(J);
    }
    if (T === 0 && i && !h && (d ? h = mt(() => i(o)) : (h = mt(() => i(Ua ??= Vt())), h.f |= Ct)), T > I.size && Xi(), !d)
      if (m.set(Y, I), B) {
        for (const [ee, Q] of l)
          I.has(ee) || Y.skip_effect(Q.e);
        Y.oncommit(_), Y.ondiscard(w);
      } else
        _(Y);
    r(v);
  }), A = { effect: p, items: l, pending: m, outrogroups: null, fallback: h };
  d = !1;
}
function Ir(n) {
  for (; n !== null && (n.f & Tt) === 0; )
    n = n.next;
  return n;
}
function Go(n, e, t, a, s) {
  var i = (a & Ui) !== 0, o = e.length, l = n.items, u = Ir(n.effect.first), f, h = null, v, m = [], d = [], _, w, p, A;
  if (i)
    for (A = 0; A < o; A += 1)
      _ = e[A], w = s(_, A), p = /** @type {EachItem} */
      l.get(w).e, (p.f & Ct) === 0 && (p.nodes?.a?.measure(), (v ??= /* @__PURE__ */ new Set()).add(p));
  for (A = 0; A < o; A += 1) {
    if (_ = e[A], w = s(_, A), p = /** @type {EachItem} */
    l.get(w).e, n.outrogroups !== null)
      for (const D of n.outrogroups)
        D.pending.delete(p), D.done.delete(p);
    if ((p.f & at) !== 0 && (hn(p), i && (p.nodes?.a?.unfix(), (v ??= /* @__PURE__ */ new Set()).delete(p))), (p.f & Ct) !== 0)
      if (p.f ^= Ct, p === u)
        Dr(p, null, t);
      else {
        var b = h ? h.next : u;
        p === n.effect.last && (n.effect.last = p.prev), p.prev && (p.prev.next = p.next), p.next && (p.next.prev = p.prev), Xt(n, h, p), Xt(n, p, b), Dr(p, b, t), h = p, m = [], d = [], u = Ir(h.next);
        continue;
      }
    if (p !== u) {
      if (f !== void 0 && f.has(p)) {
        if (m.length < d.length) {
          var T = d[0], I;
          h = T.prev;
          var Y = m[0], B = m[m.length - 1];
          for (I = 0; I < m.length; I += 1)
            Dr(m[I], T, t);
          for (I = 0; I < d.length; I += 1)
            f.delete(d[I]);
          Xt(n, Y.prev, B.next), Xt(n, h, Y), Xt(n, B, T), u = T, h = B, A -= 1, m = [], d = [];
        } else
          f.delete(p), Dr(p, u, t), Xt(n, p.prev, p.next), Xt(n, p, h === null ? n.effect.first : h.next), Xt(n, h, p), h = p;
        continue;
      }
      for (m = [], d = []; u !== null && u !== p; )
        (f ??= /* @__PURE__ */ new Set()).add(u), d.push(u), u = Ir(u.next);
      if (u === null)
        continue;
    }
    (p.f & Ct) === 0 && m.push(p), h = p, u = Ir(p.next);
  }
  if (n.outrogroups !== null) {
    for (const D of n.outrogroups)
      D.pending.size === 0 && (Jn(n, _n(D.done)), n.outrogroups?.delete(D));
    n.outrogroups.size === 0 && (n.outrogroups = null);
  }
  if (u !== null || f !== void 0) {
    var x = [];
    if (f !== void 0)
      for (p of f)
        (p.f & at) === 0 && x.push(p);
    for (; u !== null; )
      (u.f & at) === 0 && u !== n.fallback && x.push(u), u = Ir(u.next);
    var R = x.length;
    if (R > 0) {
      var J = (a & ns) !== 0 && o === 0 ? t : null;
      if (i) {
        for (A = 0; A < R; A += 1)
          x[A].nodes?.a?.measure();
        for (A = 0; A < R; A += 1)
          x[A].nodes?.a?.fix();
      }
      Yo(n, x, J);
    }
  }
  i && Wt(() => {
    if (v !== void 0)
      for (p of v)
        p.nodes?.a?.apply();
  });
}
function Xo(n, e, t, a, s, i, o, l) {
  var u = (o & Fi) !== 0 ? (o & Di) === 0 ? /* @__PURE__ */ mo(t, !1, !1) : hr(t) : null, f = (o & ji) !== 0 ? hr(s) : null;
  return {
    v: u,
    i: f,
    e: mt(() => (i(e, u ?? t, f ?? s, l), () => {
      n.delete(a);
    }))
  };
}
function Dr(n, e, t) {
  if (n.nodes)
    for (var a = n.nodes.start, s = n.nodes.end, i = e && (e.f & Ct) === 0 ? (
      /** @type {EffectNodes} */
      e.nodes.start
    ) : t; a !== null; ) {
      var o = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ Zr(a)
      );
      if (i.before(a), a === s)
        return;
      a = o;
    }
}
function Xt(n, e, t) {
  e === null ? n.effect.first = t : e.next = t, t === null ? n.effect.last = e : t.prev = e;
}
function Zo(n, e, ...t) {
  var a = new Hs(n);
  bn(() => {
    const s = e() ?? null;
    a.ensure(s, s && ((i) => s(i, ...t)));
  }, dr);
}
function Qo(n, e, t) {
  mn(() => {
    var a = yt(() => e(n, t?.()) || {});
    if (t && a?.update) {
      var s = !1, i = (
        /** @type {any} */
        {}
      );
      Qr(() => {
        var o = t();
        Co(o), s && os(i, o) && (i = o, a.update(o));
      }), s = !0;
    }
    if (a?.destroy)
      return () => (
        /** @type {Function} */
        a.destroy()
      );
  });
}
const Da = [...` 	
\r\f \v\uFEFF`];
function $o(n, e, t) {
  var a = n == null ? "" : "" + n;
  if (t) {
    for (var s of Object.keys(t))
      if (t[s])
        a = a ? a + " " + s : s;
      else if (a.length)
        for (var i = s.length, o = 0; (o = a.indexOf(s, o)) >= 0; ) {
          var l = o + i;
          (o === 0 || Da.includes(a[o - 1])) && (l === a.length || Da.includes(a[l])) ? a = (o === 0 ? "" : a.substring(0, o)) + a.substring(l + 1) : o = l;
        }
  }
  return a === "" ? null : a;
}
function Ha(n, e = !1) {
  var t = e ? " !important;" : ";", a = "";
  for (var s of Object.keys(n)) {
    var i = n[s];
    i != null && i !== "" && (a += " " + s + ": " + i + t);
  }
  return a;
}
function el(n, e) {
  if (e) {
    var t = "", a, s;
    return Array.isArray(e) ? (a = e[0], s = e[1]) : a = e, a && (t += Ha(a)), s && (t += Ha(s, !0)), t = t.trim(), t === "" ? null : t;
  }
  return String(n);
}
function Mt(n, e, t, a, s, i) {
  var o = (
    /** @type {any} */
    n[jn]
  );
  if (o !== t || o === void 0) {
    var l = $o(t, a, i);
    l == null ? n.removeAttribute("class") : n.className = l, n[jn] = t;
  } else if (i && s !== i)
    for (var u in i) {
      var f = !!i[u];
      (s == null || f !== !!s[u]) && n.classList.toggle(u, f);
    }
  return i;
}
function Pn(n, e = {}, t, a) {
  for (var s in t) {
    var i = t[s];
    e[s] !== i && (t[s] == null ? n.style.removeProperty(s) : n.style.setProperty(s, i, a));
  }
}
function qe(n, e, t, a) {
  var s = (
    /** @type {any} */
    n[Un]
  );
  if (s !== e) {
    var i = el(e, a);
    i == null ? n.removeAttribute("style") : n.style.cssText = i, n[Un] = e;
  } else a && (Array.isArray(a) ? (Pn(n, t?.[0], a[0]), Pn(n, t?.[1], a[1], "important")) : Pn(n, t, a));
  return a;
}
function tl(n, e) {
  e ? n.hasAttribute("selected") || n.setAttribute("selected", "") : n.removeAttribute("selected");
}
function rl(n, e) {
  var t = n.__defaultValue, a = n.multiple, s = a ? t ?? [] : null;
  if (!(a && !pn(s))) {
    n.selectedIndex;
    for (var i of n.options) {
      var o = Sr(i);
      tl(
        i,
        a ? (
          /** @type {any[]} */
          s.includes(o)
        ) : ws(o, t)
      );
    }
  }
}
function da(n, e, t = !1) {
  if (n.multiple) {
    if (e == null)
      return;
    if (!pn(e))
      return Ji();
    for (var a of n.options)
      a.selected = e.includes(Sr(a));
    return;
  }
  for (a of n.options) {
    var s = Sr(a);
    if (ws(s, e)) {
      a.selected = !0;
      return;
    }
  }
  (!t || e !== void 0) && (n.selectedIndex = -1);
}
function gt(n) {
  var e = new MutationObserver((t) => {
    t.every(nl) || ("__defaultValue" in n && rl(n), "__value" in n && da(n, n.__value));
  });
  e.observe(n, {
    // Listen to option element changes
    childList: !0,
    subtree: !0,
    // because of <optgroup>
    // Listen to option element value attribute changes
    // (doesn't get notified of select value changes,
    // because that property is not reflected as an attribute)
    attributes: !0,
    attributeFilter: ["value"]
  }), la(() => {
    e.disconnect();
  });
}
function wt(n, e, t = e) {
  var a = /* @__PURE__ */ new WeakSet(), s = !0;
  na(n, "change", (i) => {
    var o = i ? "[selected]" : ":checked", l;
    if (n.multiple)
      l = [].map.call(n.querySelectorAll(o), Sr);
    else {
      var u = n.querySelector(o) ?? // will fall back to first non-disabled option if no option is selected
      n.querySelector("option:not([disabled])");
      l = u && Sr(u);
    }
    t(l), n.__value = l, xe !== null && a.add(xe);
  }), mn(() => {
    var i = e();
    if (n === document.activeElement) {
      var o = (
        /** @type {Batch} */
        xe
      );
      if (a.has(o))
        return;
    }
    if (da(n, i, s), s && i === void 0) {
      var l = n.querySelector(":checked");
      l !== null && (i = Sr(l), t(i));
    }
    n.__value = i, s = !1;
  });
}
function Sr(n) {
  return "__value" in n ? n.__value : n.value;
}
function nl(n) {
  if (
    /** @type {Element} */
    n.target.closest("selectedcontent") !== null
  )
    return !0;
  if (n.type === "childList") {
    var e = [...n.addedNodes, ...n.removedNodes];
    return e.length > 0 && e.every((t) => t.nodeName === "SELECTEDCONTENT");
  }
  return !1;
}
const al = /* @__PURE__ */ Symbol("is custom element"), sl = /* @__PURE__ */ Symbol("is html"), il = Ii ? "progress" : "PROGRESS";
function Yn(n, e) {
  var t = ha(n);
  t.value === (t.value = // treat null and undefined the same for the initial value
  e ?? void 0) || // @ts-expect-error
  // `progress` elements always need their value set when it's `0`
  n.value === e && (e !== 0 || n.nodeName !== il) || (n.value = e ?? "");
}
function zs(n, e) {
  var t = ha(n);
  t.checked !== (t.checked = // treat null and undefined the same for the initial value
  e ?? void 0) && (n.checked = e);
}
function oe(n, e, t, a) {
  var s = ha(n), i = s[e];
  i !== (s[e] = t) && (e === "loading" && (n[Ci] = t), t == null ? n.removeAttribute(e) : typeof t != "string" && ol(n).has(e) ? n[e] = t : n.setAttribute(e, t));
}
function ha(n) {
  return (
    /** @type {Record<string | symbol, unknown>} **/
    /** @type {any} */
    n[rs] ??= {
      [al]: n.nodeName.includes("-"),
      [sl]: n.namespaceURI === Ki
    }
  );
}
var za = /* @__PURE__ */ new Map();
function ol(n) {
  var e = n.getAttribute("is") || n.nodeName, t = za.get(e);
  if (t) return t;
  za.set(e, t = /* @__PURE__ */ new Set());
  for (var a, s = n, i = Element.prototype; i !== s; ) {
    a = Za(s);
    for (var o in a)
      a[o].set && // better safe than sorry, we don't want spread attributes to mess with HTML content
      o !== "innerHTML" && o !== "textContent" && o !== "innerText" && t.add(o);
    s = $n(s);
  }
  return t;
}
function kt(n, e, t = e) {
  var a = /* @__PURE__ */ new WeakSet();
  na(n, "input", async (s) => {
    var i = s ? n.defaultValue : n.value;
    if (i = Ln(n) ? On(i) : i, t(i), xe !== null && a.add(xe), await Ro(), i !== (i = e())) {
      var o = n.selectionStart, l = n.selectionEnd, u = n.value.length;
      if (n.value = i ?? "", l !== null) {
        var f = n.value.length;
        o === l && l === u && f > u ? (n.selectionStart = f, n.selectionEnd = f) : (n.selectionStart = o, n.selectionEnd = Math.min(l, f));
      }
    }
  }), // If we are hydrating and the value has since changed,
  // then use the updated value from the input instead.
  // If defaultValue is set, then value == defaultValue
  // TODO Svelte 6: remove input.value check and set to empty string?
  yt(e) == null && n.value && (t(Ln(n) ? On(n.value) : n.value), xe !== null && a.add(xe)), Qr(() => {
    var s = e();
    if (n === document.activeElement) {
      var i = (
        /** @type {Batch} */
        xe
      );
      if (a.has(i))
        return;
    }
    Ln(n) && s === On(n.value) || n.type === "date" && !s && !n.value || s !== n.value && (n.value = s ?? "");
  });
}
function ll(n, e, t = e) {
  na(n, "change", (a) => {
    var s = a ? n.defaultChecked : n.checked;
    t(s);
  }), // If we are hydrating and the value has since changed,
  // then use the update value from the input instead.
  // If defaultChecked is set, then checked == defaultChecked
  yt(e) == null && t(n.checked), Qr(() => {
    var a = e();
    n.checked = !!a;
  });
}
function Ln(n) {
  var e = n.type;
  return e === "number" || e === "range";
}
function On(n) {
  return n === "" ? null : +n;
}
class va {
  /** */
  #e = /* @__PURE__ */ new WeakMap();
  /** @type {ResizeObserver | undefined} */
  #r;
  /** @type {ResizeObserverOptions} */
  #t;
  /** @static */
  static entries = /* @__PURE__ */ new WeakMap();
  /** @param {ResizeObserverOptions} options */
  constructor(e) {
    this.#t = e;
  }
  /**
   * @param {Element} element
   * @param {(entry: ResizeObserverEntry) => any} listener
   */
  observe(e, t) {
    var a = this.#e.get(e) || /* @__PURE__ */ new Set();
    return a.add(t), this.#e.set(e, a), this.#n().observe(e, this.#t), () => {
      var s = this.#e.get(e);
      s.delete(t), s.size === 0 && (this.#e.delete(e), this.#r.unobserve(e));
    };
  }
  #n() {
    return this.#r ?? (this.#r = new ResizeObserver(
      /** @param {any} entries */
      (e) => {
        for (var t of e) {
          va.entries.set(t.target, t);
          for (var a of this.#e.get(t.target) || [])
            a(t);
        }
      }
    ));
  }
}
var ul = /* @__PURE__ */ new va({
  box: "border-box"
});
function pa(n, e, t) {
  var a = ul.observe(n, () => t(n[e]));
  mn(() => (yt(() => t(n[e])), a));
}
function Rn(n, e) {
  return n === e || n?.[Kt] === e;
}
function en(n = ta(), e, t, a) {
  var s = (
    /** @type {ComponentContext} */
    st.r
  ), i = (
    /** @type {Effect} */
    Le
  );
  return mn(() => {
    var o, l;
    return Qr(() => {
      o = l, l = [], yt(() => {
        Rn(t(...l), n) || (e(n, ...l), o && Rn(t(...o), n) && e(null, ...o));
      });
    }), () => {
      let u = i;
      for (; u !== s && u.parent !== null && u.parent.f & Kr; )
        u = u.parent;
      const f = () => {
        l && Rn(t(...l), n) && e(null, ...l);
      }, h = u.teardown;
      u.teardown = () => {
        f(), h?.();
      };
    };
  }), n;
}
let rn = !1;
function cl(n) {
  var e = rn;
  try {
    return rn = !1, [n(), rn];
  } finally {
    rn = e;
  }
}
function Ue(n, e, t, a) {
  var s = !0, i = (t & Bi) !== 0, o = (t & qi) !== 0, l = (
    /** @type {V} */
    a
  ), u = !0, f = (
    /** @type {Derived<V> | undefined} */
    void 0
  ), h = () => o && s ? (f ??= /* @__PURE__ */ Vr(
    /** @type {() => V} */
    a
  ), r(f)) : (u && (u = !1, l = o ? yt(
    /** @type {() => V} */
    a
  ) : (
    /** @type {V} */
    a
  )), l);
  let v;
  if (i) {
    var m = Kt in n || Ri in n;
    v = yr(n, e)?.set ?? (m && e in n ? (I) => n[e] = I : void 0);
  }
  var d, _ = !1;
  i ? [d, _] = cl(() => (
    /** @type {V} */
    n[e]
  )) : d = /** @type {V} */
  n[e], d === void 0 && a !== void 0 && (d = h(), v && (to(), v(d)));
  var w;
  if (w = () => {
    var I = (
      /** @type {V} */
      n[e]
    );
    return I === void 0 ? h() : (u = !0, I);
  }, (t & zi) === 0)
    return w;
  if (v) {
    var p = n.$$legacy;
    return (
      /** @type {() => V} */
      (function(I, Y) {
        return arguments.length > 0 ? ((!Y || p || _) && v(Y ? w() : I), I) : w();
      })
    );
  }
  var A = !1, b = ((t & Hi) !== 0 ? Vr : hs)(() => (A = !1, w()));
  i && r(b);
  var T = (
    /** @type {Effect} */
    Le
  );
  return (
    /** @type {() => V} */
    (function(I, Y) {
      if (arguments.length > 0) {
        const B = Y ? r(b) : i ? or(I) : I;
        return N(b, B), A = !0, l !== void 0 && (l = B), I;
      }
      return Jt && A || (T.f & Xe) !== 0 ? b.v : r(b);
    })
  );
}
const fl = "5";
typeof window < "u" && ((window.__svelte ??= {}).v ??= /* @__PURE__ */ new Set()).add(fl);
const Bs = [4, 1444665, 4328040, 6952814, 9643623, 12334932, 14504250, 15955993, 16557322, 16176966, 16580516], qs = [16250871, 10209764, 3903428, 742815, 340060], Ws = [16250871, 16630669, 15761203, 12536332, 7022086];
function Er(n, e) {
  return Array.from({ length: e }, (t, a) => {
    const s = a / (e - 1) * (n.length - 1), i = Math.min(Math.floor(s), n.length - 2), o = s - i, l = (u) => Math.round((n[i] >> u & 255) * (1 - o) + (n[i + 1] >> u & 255) * o);
    return `rgb(${l(16)},${l(8)},${l(0)})`;
  });
}
const yn = 128, dl = Er(Bs, yn), hl = Er(qs, yn), vl = Er(Ws, yn);
function Ut(n, e) {
  if (Number.isNaN(n)) return "transparent";
  const t = Math.min(1, Math.abs(n)), a = Math.round(t * (yn - 1));
  return e ? n < 0 ? hl[a] : vl[a] : dl[a];
}
const Gn = (n, e) => e ? Math.abs(n) > 0.55 ? "#fff" : "#111" : n > 0.62 ? "#111" : "#fff", pl = (n) => `linear-gradient(90deg, ${(n ? [...Er(qs, 9).reverse(), ...Er(Ws, 9)] : Er(Bs, 17)).join(",")})`, ur = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"], Dt = (n) => n >= 0.9995 ? "100%" : n >= 0.1 ? `${(100 * n).toFixed(0)}%` : n >= 5e-4 ? `${(100 * n).toFixed(n >= 0.01 ? 1 : 2)}%` : "<0.1%", Nt = (n) => Number.isNaN(n) ? "–" : Math.abs(n) >= 100 ? n.toFixed(0) : Math.abs(n) >= 1 ? n.toFixed(2) : n.toFixed(3), Zt = (n) => (n > 0 ? "+" : n < 0 ? "−" : "") + Nt(Math.abs(n)), Xn = (n) => n < 1 ? "less than a second" : n < 100 ? `${n.toFixed(0)} s` : n < 6e3 ? `${(n / 60).toFixed(0)} min` : `${(n / 3600).toFixed(1)} h`, _l = (n) => n < 1e6 ? `${Math.ceil(n / 1e3)} kB` : n < 1e9 ? `${(n / 1e6).toFixed(0)} MB` : `${(n / 1e9).toFixed(1)} GB`, ut = (n) => n.replace(/\n/g, "⏎").replace(/\t/g, "⇥").replace(/^ | $/g, "·") || "∅";
var gl = /* @__PURE__ */ S("<option> </option>"), ml = /* @__PURE__ */ S('<div class="chips" role="group" aria-label="Examples"><button type="button" aria-label="Previous example">‹</button> <button type="button"> </button> <button type="button" aria-label="Next example">›</button></div>'), bl = /* @__PURE__ */ S('<figure><img/><button type="button">×</button></figure>'), yl = /* @__PURE__ */ S('<p class="turn"><b> </b> </p>'), wl = /* @__PURE__ */ S('<button type="button">stop</button>'), kl = /* @__PURE__ */ S('<button type="button" class="link">new chat</button>'), xl = /* @__PURE__ */ S('<div class="form"><label class="wide">system prompt <input/></label> <label class="wide">the answer begins with <input/></label> <label>temperature <input type="number" min="0" step="0.1"/></label> <label>most tokens <input type="number" min="1" max="1024"/></label></div>'), Sl = /* @__PURE__ */ S('<div class="row"><label>model <select></select></label> <!></div> <div class="thumbs"><!> <button type="button" class="add">+ image<small>or drop, or paste</small></button> <input type="file" multiple="" class="hidden" tabindex="-1" aria-hidden="true"/></div> <!> <form><label class="hidden" for="question">Question</label> <textarea id="question" rows="2" placeholder="Ask something"></textarea> <div class="row"><button type="submit" class="primary">Ask</button> <!> <button type="button" class="link">more</button> <!></div> <!></form>', 1), El = /* @__PURE__ */ S('<p class="fine"> </p>'), Al = /* @__PURE__ */ S("<h2> </h2> <!>", 1), Ml = /* @__PURE__ */ S('<p class="fine" data-edited=""> </p>'), Nl = /* @__PURE__ */ S('<span class="hidden"> </span>'), Tl = /* @__PURE__ */ S('<button type="button"> <!></button>'), Pl = /* @__PURE__ */ S('<span class="fine"> </span>'), Ll = /* @__PURE__ */ S('<button type="button" class="link">go on</button>'), Ol = /* @__PURE__ */ S('<button type="button"><span> </span><small> </small></button>'), Rl = /* @__PURE__ */ S('<div class="next" role="group" aria-label="Next-token probabilities; choose one to explain"></div>'), Cl = /* @__PURE__ */ S('<div class="said" aria-live="polite"><div class="answer-tokens" role="group" aria-label="Answer: choose a token to explain"></div> <!> <!></div> <!>', 1), Il = /* @__PURE__ */ S('<section aria-label="Ask"><!> <!> <!></section>');
function Fl(n, e) {
  Ze(e, !0);
  let t = Ue(e, "session", 7), a = /* @__PURE__ */ H(!1), s = /* @__PURE__ */ H(!1), i = /* @__PURE__ */ H(void 0);
  const o = /* @__PURE__ */ O(() => t().study?.answer.find((b) => b.position === t().at && b.token.id === t().target?.id) ?? t().study?.answer.find((b) => b.position === t().at));
  function l(b) {
    b.preventDefault(), N(s, !1);
    const T = [...b.dataTransfer?.files ?? []];
    T.length && t().addFiles(T);
  }
  function u(b) {
    const T = [...b.clipboardData?.files ?? []];
    T.length && t().addFiles(T);
  }
  var f = Il();
  Fe("paste", dn, u);
  let h;
  var v = E(f);
  {
    var m = (b) => {
      var T = Sl(), I = Pe(T), Y = E(I), B = c(E(Y));
      Te(B, 21, () => t().models, Ce, (y, L) => {
        var V = gl(), G = Z(V), fe = {};
        U(() => {
          z(G, `${r(L).name ?? ""}${r(L).loaded ? "" : " (is loaded when asked)"}`), fe !== (fe = r(L).name) && (V.value = (V.__value = fe) ?? "");
        }), g(y, V);
      }), gt(B);
      var x = c(Y, 2);
      {
        var R = (y) => {
          var L = ml(), V = E(L), G = c(V, 2), fe = Z(G), pe = c(G, 2);
          U(() => {
            V.disabled = !t().example, z(fe, `example ${(t().example ?? 0) + 1} of ${t().info.examples ?? ""}`), pe.disabled = t().example !== null && t().example >= t().info.examples - 1;
          }), ne("click", V, () => t().takeExample(t().example - 1)), ne("click", G, () => t().takeExample(t().example ?? 0)), ne("click", pe, () => t().takeExample((t().example ?? -1) + 1)), g(y, L);
        };
        K(x, (y) => {
          t().info?.examples && y(R);
        });
      }
      var J = c(I, 2), D = E(J);
      Te(D, 19, () => t().uploads, (y, L) => y.id + L, (y, L, V) => {
        var G = bl(), fe = E(G), pe = c(fe);
        U(
          (ye) => {
            oe(fe, "src", ye), oe(fe, "alt", `Image ${r(V) + 1}, ${r(L).width ?? ""} x ${r(L).height ?? ""}${r(L).frames ? `, ${r(L).frames.length} frames` : ""}`), oe(pe, "aria-label", `Remove image ${r(V) + 1}`);
          },
          [() => t().source.imageUrl(r(L).id)]
        ), ne("click", pe, () => {
          t().uploads = t().uploads.filter((ye, Se) => Se !== r(V)), t().example = null;
        }), g(y, G);
      });
      var ee = c(D, 2), Q = c(ee, 2);
      en(Q, (y) => N(i, y), () => r(i));
      var ae = c(J, 2);
      Te(ae, 17, () => t().earlier, Ce, (y, L) => {
        var V = yl(), G = E(V), fe = Z(G, !0), pe = c(G);
        U(
          (ye) => {
            z(fe, r(L).role), z(pe, ` ${ye ?? ""}`);
          },
          [
            () => r(L).content.map((ye) => ye.type === "text" ? ye.text : `[${ye.type}]`).join(" ")
          ]
        ), g(y, V);
      });
      var se = c(ae, 2), te = c(E(se), 2), W = c(te, 2), F = c(E(W), 2);
      {
        var M = (y) => {
          var L = wl();
          ne("click", L, () => t().halt()), g(y, L);
        };
        K(F, (y) => {
          t().study?.answering && y(M);
        });
      }
      var re = c(F, 2), ce = c(re, 2);
      {
        var ge = (y) => {
          var L = kl();
          ne("click", L, () => {
            t().earlier = [];
          }), g(y, L);
        };
        K(ce, (y) => {
          t().earlier.length && y(ge);
        });
      }
      var me = c(W, 2);
      {
        var j = (y) => {
          var L = xl(), V = E(L), G = c(E(V)), fe = c(V, 2), pe = c(E(fe)), ye = c(fe, 2), Se = c(E(ye)), k = c(ye, 2), q = c(E(k));
          kt(G, () => t().system, (C) => t().system = C), kt(pe, () => t().prefill, (C) => t().prefill = C), kt(Se, () => t().temperature, (C) => t().temperature = C), kt(q, () => t().maxNew, (C) => t().maxNew = C), g(y, L);
        };
        K(me, (y) => {
          r(a) && y(j);
        });
      }
      U(() => {
        oe(Q, "accept", `image/*${t().info?.video ? ",video/*" : ""}`), oe(re, "aria-expanded", r(a));
      }), ne("change", B, () => {
        t().example = null, t().truth = null, t().info?.examples && t().takeExample(0, !1);
      }), wt(B, () => t().model, (y) => t().model = y), ne("click", ee, () => r(i)?.click()), ne("change", Q, (y) => {
        t().addFiles(y.currentTarget.files ?? []), y.currentTarget.value = "";
      }), Fe("submit", se, (y) => {
        y.preventDefault(), t().ask();
      }), ne("keydown", te, (y) => {
        y.key === "Enter" && !y.shiftKey && (y.preventDefault(), t().ask());
      }), kt(te, () => t().question, (y) => t().question = y), ne("click", re, () => N(a, !r(a))), g(b, T);
    }, d = (b) => {
      var T = Al(), I = Pe(T), Y = Z(I, !0), B = c(I, 2);
      {
        var x = (R) => {
          var J = El(), D = Z(J, !0);
          U(() => z(D, t().text)), g(R, J);
        };
        K(B, (R) => {
          t().text && R(x);
        });
      }
      U(() => z(Y, t().title)), g(b, T);
    };
    K(v, (b) => {
      t().source.kind === "server" ? b(m) : t().title && b(d, 1);
    });
  }
  var _ = c(v, 2);
  {
    var w = (b) => {
      var T = Ml(), I = Z(T);
      U(() => z(I, `The answer and the views are still those of “${t().asked?.question ?? ""}” (${t().asked?.model ?? ""}).`)), g(b, T);
    };
    K(_, (b) => {
      t().edited && b(w);
    });
  }
  var p = c(_, 2);
  {
    var A = (b) => {
      var T = Cl(), I = Pe(T), Y = E(I);
      Te(Y, 21, () => t().study.answer, Ce, (Q, ae) => {
        var se = Tl();
        let te;
        var W = E(se), F = c(W);
        {
          var M = (re) => {
            var ce = Nl(), ge = Z(ce);
            U(() => z(ge, `end of the answer (${r(ae).token.text ?? ""})`)), g(re, ce);
          };
          K(F, (re) => {
            r(ae).ends && re(M);
          });
        }
        U(
          (re) => {
            te = Mt(se, 1, "answer-token", null, te, { ends: r(ae).ends }), oe(se, "aria-pressed", t().at === r(ae).position && t().target?.id === r(ae).token.id), oe(se, "title", `chosen after token ${r(ae).position ?? ""}`), z(W, re);
          },
          [() => r(ae).ends ? "■" : ut(r(ae).token.text)]
        ), ne("click", se, () => t().lookAt(r(ae))), g(Q, se);
      });
      var B = c(Y, 2);
      {
        var x = (Q) => {
          var ae = Pl(), se = Z(ae, !0);
          U((te) => z(se, te), [
            () => t().study.answer.filter((te) => !te.ends).map((te) => te.token.text).join("").trim() === t().asked.truth ? "right" : `the truth is ${t().asked.truth}`
          ]), g(Q, ae);
        };
        K(B, (Q) => {
          t().asked && t().asked.truth !== null && Q(x);
        });
      }
      var R = c(B, 2);
      {
        var J = (Q) => {
          var ae = Ll();
          ne("click", ae, () => {
            t().goOn(), document.getElementById("question")?.focus();
          }), g(Q, ae);
        };
        K(R, (Q) => {
          t().source.kind === "server" && !t().study.answering && Q(J);
        });
      }
      var D = c(I, 2);
      {
        var ee = (Q) => {
          var ae = Rl();
          Te(ae, 21, () => r(o).top.slice(0, 5), (se) => se.id, (se, te) => {
            var W = Ol();
            let F;
            var M = E(W), re = Z(M, !0), ce = c(M), ge = Z(ce, !0);
            U(
              (me, j) => {
                oe(W, "aria-pressed", t().target?.id === r(te).id), F = qe(W, "", F, { "--share": `${100 * r(te).p}%` }), z(re, me), z(ge, j);
              },
              [() => ut(r(te).text), () => Dt(r(te).p)]
            ), ne("click", W, () => t().target = { id: r(te).id, text: r(te).text }), g(se, W);
          }), g(Q, ae);
        };
        K(D, (Q) => {
          r(o) && Q(ee);
        });
      }
      g(b, T);
    };
    K(p, (b) => {
      t().study?.answer.length && b(A);
    });
  }
  U(() => h = Mt(f, 1, "card ask", null, h, { dragged: r(s) })), Fe("dragover", f, (b) => {
    b.preventDefault(), N(s, !0);
  }), Fe("dragleave", f, () => N(s, !1)), Fe("drop", f, l), g(n, f), Qe();
}
ht(["change", "click", "keydown"]);
const sn = (n) => n.replace(/[<>&"]/g, (e) => `&#${e.charCodeAt(0)};`);
function Ks(n, e, t, a) {
  const s = Math.max(8, e / 30), i = t.map(({ box: [o, l, u, f], fill: h, text: v }) => {
    const m = `<rect x="${o}" y="${l}" width="${u - o}" height="${f - l}" fill="${h}"/>`;
    return v ? `${m}<text x="${(o + u) / 2}" y="${(l + f) / 2}" font-size="${Math.min((f - l) * 0.42, (u - o) * 1.5 / Math.max(2, v.length))}" fill="#888" text-anchor="middle" dominant-baseline="central">${sn(v)}</text>` : m;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n} ${e + 2 * s}" width="${n}" height="${e + 2 * s}" font-family="system-ui, sans-serif"><title>${sn(a)}</title>${i.join("")}<text x="2" y="${e + 1.4 * s}" font-size="${s}" fill="#777">${sn(a)}</text></svg>`;
}
const _a = (n, e, t, a, s) => Ks(t * 20, e * 20, Array.from({ length: e * t }, (i, o) => ({ box: [o % t * 20, Math.floor(o / t) * 20, o % t * 20 + 19, Math.floor(o / t) * 20 + 19], fill: a(n[o]) })), s);
function on(n, e, t = "text/plain") {
  const a = typeof e == "string" ? new Blob([e], { type: t }) : e, s = Object.assign(document.createElement("a"), { href: URL.createObjectURL(a), download: n });
  s.click(), setTimeout(() => URL.revokeObjectURL(s.href), 1e4);
}
const jl = (n) => n.map((e) => e.map((t) => /[",\n]/.test(String(t)) ? `"${String(t).replace(/"/g, '""')}"` : String(t)).join(",")).join(`
`) + `
`;
async function Ul(n) {
  const e = new Image();
  e.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(n)}`, await e.decode();
  const t = Math.max(1, 1200 / Math.max(e.width, e.height)), a = Object.assign(document.createElement("canvas"), { width: e.width * t, height: e.height * t });
  return a.getContext("2d").drawImage(e, 0, 0, a.width, a.height), new Promise((s) => a.toBlob((i) => s(i)));
}
const Zn = (n) => {
  let e = "";
  for (let t = 0; t < n.length; t += 32768) e += String.fromCharCode(...n.subarray(t, t + 32768));
  return btoa(e);
};
async function Dl(n) {
  const e = await fetch(n);
  if (!e.ok) throw new Error("The server does not give the picture any more; ask again, then save.");
  const t = await e.blob();
  return `data:${t.type};base64,${Zn(new Uint8Array(await t.arrayBuffer()))}`;
}
async function Hl(n, e, t, a, s) {
  const [i, o] = await Promise.all(["app.js", "app.css"].map(async (h) => (await fetch(`assets/${h}`)).text())), l = await Promise.all(n.images.map((h, v) => Promise.all(h.frames.map((m, d) => Dl(e(v, d)))))), u = Object.fromEntries([...n.raw].map(([h, v]) => [h, Zn(v)])), f = JSON.stringify({ id: n.id, title: t, text: a, tabs: s, answer: n.answer, tokens: Zn(n.bytes), pictures: l, views: u }).replace(/</g, "\\u003c");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"><link rel="icon" href="data:,"><title>${sn(t)}</title><style>${o}</style></head><body><div id="app" data-start></div><script type="application/json" id="study">${f}<\/script><script type="module">${i}<\/script></body></html>`;
}
var zl = /* @__PURE__ */ S('<button type="button" class="small">code</button>'), Bl = /* @__PURE__ */ S('<button type="button" class="small"> </button>'), ql = /* @__PURE__ */ S('<div class="code"><button type="button" class="small"> </button> <pre tabindex="0" role="region"> </pre></div>'), Wl = /* @__PURE__ */ S('<div class="bar"><h2> </h2> <!> <span class="grow"></span> <!> <!></div> <!>', 1);
function rr(n, e) {
  Ze(e, !0);
  let t = Ue(e, "code", 3, ""), a = Ue(e, "exporter", 3, null), s = /* @__PURE__ */ H(!1), i = /* @__PURE__ */ H(!1);
  async function o(T) {
    a() && (T === "csv" && a().csv && on(`${a().name}.csv`, jl(a().csv()), "text/csv"), T === "svg" && a().svg && on(`${a().name}.svg`, a().svg(), "image/svg+xml"), T === "png" && a().svg && on(`${a().name}.png`, await Ul(a().svg())));
  }
  async function l() {
    await navigator.clipboard.writeText(t()), N(i, !0), setTimeout(() => N(i, !1), 1500);
  }
  var u = Wl(), f = Pe(u), h = E(f), v = Z(h, !0), m = c(h, 2);
  Zo(m, () => e.children ?? Qa);
  var d = c(m, 4);
  {
    var _ = (T) => {
      var I = zl();
      U(() => oe(I, "aria-expanded", r(s))), ne("click", I, () => N(s, !r(s))), g(T, I);
    };
    K(d, (T) => {
      t() && T(_);
    });
  }
  var w = c(d, 2);
  {
    var p = (T) => {
      var I = tr(), Y = Pe(I);
      Te(Y, 16, () => ["png", "svg", "csv"], Ce, (B, x) => {
        var R = tr(), J = Pe(R);
        {
          var D = (ee) => {
            var Q = Bl(), ae = Z(Q, !0);
            U(
              (se) => {
                oe(Q, "aria-label", `Export ${a().name ?? ""} as ${se ?? ""}`), z(ae, x);
              },
              [() => x.toUpperCase()]
            ), ne("click", Q, () => o(x)), g(ee, Q);
          };
          K(J, (ee) => {
            (x === "csv" ? a().csv : a().svg) && ee(D);
          });
        }
        g(B, R);
      }), g(T, I);
    };
    K(w, (T) => {
      a() && T(p);
    });
  }
  var A = c(f, 2);
  {
    var b = (T) => {
      var I = ql(), Y = E(I), B = Z(Y, !0), x = c(Y, 2), R = Z(x, !0);
      U(() => {
        z(B, r(i) ? "copied" : "copy"), oe(x, "aria-label", `Python for ${e.title ?? ""}`), z(R, t());
      }), ne("click", Y, l), g(T, I);
    };
    K(A, (T) => {
      r(s) && t() && T(b);
    });
  }
  U(() => z(v, e.title)), g(n, u), Qe();
}
ht(["click"]);
var Kl = /* @__PURE__ */ S('<div class="grid-box"><div role="application" tabindex="0"><canvas></canvas></div> <p class="fine readout" role="status"> </p></div>');
function vn(n, e) {
  Ze(e, !0);
  let t = Ue(e, "signed", 3, !1), a = Ue(e, "high", 3, 0), s = Ue(e, "rowName", 3, "layer"), i = Ue(e, "columnName", 3, "head"), o = Ue(e, "columnLabels", 3, null), l = Ue(e, "picked", 3, null), u = Ue(e, "unit", 3, ""), f = Ue(e, "order", 3, null), h = /* @__PURE__ */ H(void 0), v = /* @__PURE__ */ H(0), m = /* @__PURE__ */ H(null);
  const d = 30, _ = 18, w = /* @__PURE__ */ O(() => Math.max(3, Math.min(34, (r(v) - d) / Math.max(1, e.columns)))), p = /* @__PURE__ */ O(() => Math.max(7, Math.min(22, r(w), 560 / Math.max(1, e.rows)))), A = /* @__PURE__ */ O(() => {
    if (a()) return a();
    let W = 0;
    for (let F = 0; F < e.rows * e.columns; F++) Math.abs(e.values[F]) > W && (W = Math.abs(e.values[F]));
    return W || 1;
  });
  let b = null;
  function T(W) {
    const F = document.createElement("canvas");
    F.width = Math.ceil((d + r(w) * e.columns) * W), F.height = Math.ceil((_ + r(p) * e.rows) * W);
    const M = F.getContext("2d");
    M.scale(W, W);
    const re = r(w) > 8 ? 1 : 0;
    for (let me = 0; me < e.rows; me++) for (let j = 0; j < e.columns; j++) {
      const y = e.values[me * e.columns + (f() ? f()[j] : j)];
      M.fillStyle = Number.isNaN(y) ? "rgba(128,128,128,.18)" : Ut(y / r(A), t()), M.fillRect(d + j * r(w), _ + me * r(p), r(w) - re, r(p) - re);
    }
    M.fillStyle = getComputedStyle(r(h)).color, M.font = "11px system-ui, sans-serif", M.textBaseline = "middle", M.textAlign = "right";
    const ce = Math.ceil(13 / r(p)), ge = Math.ceil(20 / r(w));
    for (let me = 0; me < e.rows; me += ce) M.fillText(String(me), d - 5, _ + (me + 0.5) * r(p));
    if (M.textAlign = "center", !o()) for (let me = 0; me < e.columns; me += ge) M.fillText(String(f() ? f()[me] : me), d + (me + 0.5) * r(w), 8);
    return F;
  }
  ot(() => {
    e.values, e.rows, e.columns, t(), r(A), r(w), r(p), f(), !(!r(h) || !r(v)) && (b = T(devicePixelRatio || 1), I());
  }), ot(() => {
    r(m), l(), I();
  });
  function I() {
    if (!r(h) || !b) return;
    const W = devicePixelRatio || 1;
    (r(h).width !== b.width || r(h).height !== b.height) && Object.assign(r(h), { width: b.width, height: b.height });
    const F = r(h).getContext("2d");
    F.setTransform(1, 0, 0, 1, 0, 0), F.clearRect(0, 0, r(h).width, r(h).height), F.drawImage(b, 0, 0), F.scale(W, W);
    for (const [M, re] of [[l(), "#fff"], [r(m), "#ffe14d"]]) {
      if (!M) continue;
      const ce = f() ? f().indexOf(M[1]) : M[1], ge = [
        d + ce * r(w),
        _ + M[0] * r(p),
        r(w) - 1,
        r(p) - 1
      ];
      F.lineWidth = 4, F.strokeStyle = "#000", F.strokeRect(...ge), F.lineWidth = 2, F.strokeStyle = re, F.strokeRect(...ge);
    }
  }
  function Y(W) {
    const F = r(h).getBoundingClientRect(), M = Math.floor((W.clientX - F.left - d) / r(w)), re = Math.floor((W.clientY - F.top - _) / r(p));
    return re >= 0 && re < e.rows && M >= 0 && M < e.columns ? [re, f() ? f()[M] : M] : null;
  }
  function B(W) {
    W?.[0] === r(m)?.[0] && W?.[1] === r(m)?.[1] || (N(m, W), e.onhover?.(W));
  }
  function x(W) {
    const F = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0]
    }[W.key], M = r(m) ?? l();
    if (F) {
      W.preventDefault();
      const re = M ? f() ? f().indexOf(M[1]) : M[1] : 0, ce = M ? Math.max(0, Math.min(e.columns - 1, re + F[1])) : 0;
      B([
        M ? Math.max(0, Math.min(e.rows - 1, M[0] + F[0])) : 0,
        f() ? f()[ce] : ce
      ]);
    } else (W.key === "Enter" || W.key === " ") && M && (W.preventDefault(), e.onpick?.(M));
  }
  const R = /* @__PURE__ */ O(() => r(m) ?? l()), J = /* @__PURE__ */ O(() => {
    if (!r(R)) return "Point at a cell, click to keep it.";
    const W = e.values[r(R)[0] * e.columns + r(R)[1]], F = o() ? o()[r(R)[1]] : `${i()} ${r(R)[1]}`;
    return `${s()} ${r(R)[0]}, ${F}: ${t() ? Zt(W) : Nt(W)} ${u()}`;
  });
  var D = Kl(), ee = E(D), Q = E(ee);
  let ae;
  en(Q, (W) => N(h, W), () => r(h));
  var se = c(ee, 2), te = Z(se, !0);
  U(() => {
    oe(ee, "aria-label", `${e.label ?? ""}: ${e.rows ?? ""} ${s() ?? ""}s by ${e.columns ?? ""}. Arrow keys move, Enter keeps a cell, Escape lets go.`), oe(ee, "data-grid", e.label), oe(ee, "data-cell", `30,18,${r(w) ?? ""},${r(p) ?? ""}`), ae = qe(Q, "", ae, {
      width: `${d + r(w) * e.columns}px`,
      height: `${_ + r(p) * e.rows}px`
    }), z(te, r(J));
  }), ne("keydown", ee, x), Fe("blur", ee, () => B(null)), ne("pointermove", Q, (W) => B(Y(W))), Fe("pointerleave", Q, () => B(null)), ne("click", Q, (W) => {
    const F = Y(W);
    F && e.onpick?.(F);
  }), pa(D, "clientWidth", (W) => N(v, W)), g(n, D), Qe();
}
ht(["keydown", "pointermove", "click"]);
class Yr {
  #e = /* @__PURE__ */ H(null);
  get view() {
    return r(this.#e);
  }
  set view(e) {
    N(this.#e, e);
  }
  #r = /* @__PURE__ */ H(null);
  get study() {
    return r(this.#r);
  }
  set study(e) {
    N(this.#r, e);
  }
  #t = /* @__PURE__ */ H(null);
  get asked() {
    return r(this.#t);
  }
  set asked(e) {
    N(this.#t, e);
  }
  name = "";
  #n = /* @__PURE__ */ H("");
  get error() {
    return r(this.#n);
  }
  set error(e) {
    N(this.#n, e, !0);
  }
  constructor(e, t) {
    let a = 0;
    ot(() => {
      const s = t(), i = ++a;
      if (!s?.study || s.study.answering) {
        s?.study || yt(() => this.view = null);
        return;
      }
      const { study: o, name: l, asked: u } = s;
      yt(() => {
        this.study !== o && (this.view = null), this.error = "", e.busy++;
      }), o.view(l, u).then(
        (f) => {
          i === a && Object.assign(this, { view: f, study: o, asked: u, name: l });
        },
        (f) => {
          i === a && (this.view = null, e.source.kind === "server" && f.status === 404 ? e.during(Promise.reject(f)) : this.error = f.message);
        }
      ).finally(() => e.busy--);
    });
  }
}
const Vl = () => new Promise((n, e) => {
  const t = indexedDB.open("vlm_lens_native", 1);
  t.onupgradeneeded = () => t.result.createObjectStore("images"), t.onsuccess = () => n(t.result), t.onerror = () => e(t.error);
});
async function Vs(n, e) {
  try {
    const t = (await Vl()).transaction("images", n).objectStore("images");
    return await new Promise((a, s) => {
      const i = e(t);
      i.onsuccess = () => a(i.result), i.onerror = () => s(i.error);
    });
  } catch {
    return null;
  }
}
const Ba = (n, e) => Vs("readwrite", (t) => t.put(e, n)), Jl = (n) => Vs("readonly", (e) => e.get(n));
async function Yl(n, e = 16) {
  const t = document.createElement("video");
  t.muted = !0, t.src = URL.createObjectURL(n), await new Promise((o, l) => {
    t.onloadeddata = o, t.onerror = () => l(new Error("This browser can't decode the video; give it as frames."));
  });
  const a = Math.max(2, Math.min(e, Math.floor(t.duration * 2))), s = Object.assign(document.createElement("canvas"), { width: t.videoWidth, height: t.videoHeight }), i = [];
  for (let o = 0; o < a; o++)
    t.currentTime = (o + 0.5) * t.duration / a, await new Promise((l) => t.onseeked = l), s.getContext("2d").drawImage(t, 0, 0), i.push(await new Promise((l) => s.toBlob((u) => l(u), "image/png")));
  return URL.revokeObjectURL(t.src), { frames: i, fps: a / t.duration };
}
const Js = new Float32Array(65536);
for (let n = 0; n < 65536; n++) {
  const e = n & 32768 ? -1 : 1, t = n >> 10 & 31, a = n & 1023;
  Js[n] = e * (t === 0 ? a * 2 ** -24 : t === 31 ? a ? NaN : 1 / 0 : (1 + a / 1024) * 2 ** (t - 15));
}
const Gl = {
  F16: (n) => Float32Array.from(new Uint16Array(n), (e) => Js[e]),
  F32: (n) => new Float32Array(n),
  F64: (n) => new Float64Array(n),
  U8: (n) => new Uint8Array(n),
  U16: (n) => new Uint16Array(n),
  U32: (n) => new Uint32Array(n),
  I32: (n) => new Int32Array(n),
  I64: (n) => Float64Array.from(new BigInt64Array(n), Number)
};
function Gr(n) {
  const e = n.byteOffset === 0 && n.byteLength === n.buffer.byteLength ? n : n.slice(), t = Number(new DataView(e.buffer).getBigUint64(0, !0)), a = JSON.parse(new TextDecoder().decode(e.subarray(8, 8 + t))), s = {};
  for (const [o, l] of Object.entries(a)) {
    if (o === "__metadata__") continue;
    const [u, f] = l.data_offsets;
    s[o] = { shape: l.shape, data: Gl[l.dtype](e.slice(8 + t + u, 8 + t + f).buffer) };
  }
  const i = JSON.parse(a.__metadata__.about);
  for (const [o, l] of Object.entries(i.coded ?? {})) s[o].data = Float32Array.from(s[o].data, l ? (u) => (u / 255) ** 2 * l : Xl);
  return { arrays: s, about: i };
}
const Xl = (n) => n < 128 ? n : Number((128 * 2 ** ((n - 128) / 10)).toPrecision(2));
async function Zl(n) {
  const e = new Blob([n]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(e).arrayBuffer());
}
async function* Ql(n) {
  const e = n.getReader();
  let t = new Uint8Array(0);
  try {
    for (; ; ) {
      const { done: a, value: s } = await e.read();
      if (a) return;
      const i = new Uint8Array(t.length + s.length);
      for (i.set(t), i.set(s, t.length), t = i; t.length >= 4; ) {
        const o = new DataView(t.buffer, t.byteOffset).getUint32(0, !0);
        if (t.length < 4 + o) break;
        yield t.slice(4, 4 + o), t = t.slice(4 + o);
      }
    }
  } finally {
    e.cancel().catch(() => {
    });
  }
}
class tt extends Error {
  constructor(e, t = 0) {
    super(e), this.status = t;
  }
  status;
}
async function $l(n) {
  if (n.ok) return n;
  const e = await n.json().catch(() => ({ error: n.statusText }));
  throw new tt(e.error ?? n.statusText, n.status);
}
async function ar(n, e) {
  try {
    return await $l(await fetch(n, e));
  } catch (t) {
    throw t instanceof tt || t.name === "AbortError" ? t : new tt("The server does not answer. Is it still running? The page goes on when it is back.");
  }
}
const Cn = (n) => ({ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(n) });
class eu {
  kind = "server";
  async models() {
    return (await ar("api/models")).json();
  }
  async example(e, t) {
    return (await ar(`api/examples?${new URLSearchParams({ model: e, number: String(t) })}`)).json();
  }
  async addImage(e) {
    return (await ar("api/images", { method: "POST", body: e, headers: { "content-type": e.type || "application/octet-stream" } })).json();
  }
  imageUrl(e) {
    return `api/images/${e}`;
  }
  async open(e) {
    const t = await ar("api/studies", Cn(e));
    return { id: t.headers.get("x-study"), bytes: new Uint8Array(await t.arrayBuffer()) };
  }
  async tokens(e) {
    return new Uint8Array(await (await ar(`api/studies/${e}`)).arrayBuffer());
  }
  pictureUrl(e, t, a) {
    return `api/studies/${e}/pictures/${t}/${a}`;
  }
  async raw(e, t, a) {
    return new Uint8Array(await (await ar(`api/studies/${e}/${t}`, Cn(a))).arrayBuffer());
  }
  async *stream(e, t, a, s) {
    const i = await ar(`api/studies/${e}/${t}`, { ...Cn(a), signal: s });
    for await (const o of Ql(i.body)) {
      const l = Gr(o);
      if (l.about.error) throw new tt(l.about.error);
      yield l;
    }
  }
}
const qr = (n) => Uint8Array.from(atob(n), (e) => e.charCodeAt(0));
class tu {
  constructor(e) {
    this.data = e;
  }
  data;
  kind = "page";
  given() {
    return { ...this.data, bytes: qr(this.data.tokens) };
  }
  async models() {
    return [];
  }
  async example() {
    throw new tt("This page holds one study only.");
  }
  async addImage() {
    throw new tt("This page holds one study only.");
  }
  imageUrl() {
    return "data:,";
  }
  async open() {
    throw new tt("This page holds one study only.");
  }
  async tokens() {
    throw new tt("This page holds one study only.");
  }
  pictureUrl(e, t, a) {
    return this.data.pictures[t]?.[a] ?? "data:,";
  }
  async raw(e, t, a) {
    const s = this.data.views[`${t} ${JSON.stringify(a)}`];
    if (!s) throw new tt("This was not computed when the page was written. The app, or the same lines of Python, find it.", 410);
    return this.data.compressed ? Zl(qr(s)) : qr(s);
  }
  async *stream(e, t, a) {
    yield Gr(await this.raw(e, t, a));
  }
}
class ru {
  constructor(e) {
    this.model = e, e.on("msg:custom", (t, a) => {
      const s = this.waiting.get(t.id);
      s && (this.waiting.delete(t.id), t.error ? s.failed(new tt(t.error)) : s.done(new Uint8Array(a[0].buffer, a[0].byteOffset, a[0].byteLength)));
    });
  }
  model;
  kind = "kernel";
  waiting = /* @__PURE__ */ new Map();
  next = 0;
  saved() {
    return this.model.get("saved");
  }
  given() {
    return { ...this.saved(), bytes: qr(this.saved().tokens) };
  }
  async models() {
    return [];
  }
  async example() {
    throw new tt("Ask in the notebook: model.explore(inputs).");
  }
  async addImage() {
    throw new tt("Ask in the notebook: model.explore(inputs).");
  }
  imageUrl() {
    return "data:,";
  }
  async open() {
    throw new tt("Ask in the notebook: model.explore(inputs).");
  }
  tokens(e) {
    return this.sent(e, "tokens", {});
  }
  pictureUrl(e, t, a) {
    return this.saved().pictures[t]?.[a] ?? "data:,";
  }
  async raw(e, t, a) {
    const s = e === this.saved().id && this.saved().views[`${t} ${JSON.stringify(a)}`];
    return s ? qr(s) : this.sent(e, t, a);
  }
  sent(e, t, a) {
    const s = this.next++;
    return new Promise((i, o) => {
      const l = setTimeout(() => {
        this.waiting.delete(s), o(new tt("The kernel does not answer; what was computed before can still be seen.", 504));
      }, 12e4);
      this.waiting.set(s, { done: (u) => (clearTimeout(l), i(u)), failed: (u) => (clearTimeout(l), o(u)) }), this.model.send({ id: s, study: e, name: t, asked: a });
    });
  }
  async *stream(e, t, a) {
    const s = Gr(await this.raw(e, t, a));
    if (s.about.error) throw new tt(s.about.error);
    yield s;
  }
}
const Fr = ["attribution", "attention", "lens", "causes"];
class Qn {
  constructor(e, t, a) {
    this.source = e, this.id = t, this.bytes = a;
    const { arrays: s, about: i } = Gr(a), o = s.boxes.data;
    this.tokens = i.strings.map((l, u) => {
      const f = (v) => s[v]?.data[u] ?? -1, h = Array.from(o.slice(4 * u, 4 * u + 4));
      return {
        position: u,
        text: l,
        id: f("ids"),
        kind: i.kinds[f("kinds")],
        image: f("images"),
        frame: f("frames"),
        row: f("rows"),
        column: f("columns"),
        tile: f("tiles"),
        tileRow: f("tile_rows"),
        tileColumn: f("tile_columns"),
        global: f("globals") > 0,
        box: h.some(Number.isNaN) ? null : h
      };
    }), this.numbers = i.numbers ?? null, this.images = i.images, this.nPrompt = i.n_prompt, this.nLayers = i.n_layers, this.nHeads = i.n_heads, this.model = i.model, this.costs = i.costs ?? { lens_passes: 0, stream_bytes: 0, graph_bytes: 0, n_vision: 0 }, this.code = i.code;
  }
  source;
  id;
  bytes;
  tokens = [];
  images;
  nPrompt;
  nLayers;
  nHeads;
  model;
  costs;
  #e = /* @__PURE__ */ H(0);
  get passSeconds() {
    return r(this.#e);
  }
  set passSeconds(e) {
    N(this.#e, e, !0);
  }
  code;
  #r = /* @__PURE__ */ H(or([]));
  get answer() {
    return r(this.#r);
  }
  set answer(e) {
    N(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ H(!1);
  get answering() {
    return r(this.#t);
  }
  set answering(e) {
    N(this.#t, e, !0);
  }
  asked = null;
  numbers = null;
  raw = /* @__PURE__ */ new Map();
  views = /* @__PURE__ */ new Map();
  get lensSeconds() {
    return this.passSeconds * this.costs.lens_passes;
  }
  // The number of a position in the prompt, where only some positions are here.
  number(e) {
    return this.numbers?.[e] ?? e;
  }
  // What a position says in a few letters.
  label(e) {
    const t = this.tokens[e];
    return t ? t.kind !== "image" || t.row < 0 ? t.text : [...[
      this.images.length > 1 ? `image ${t.image + 1}` : "",
      t.frame >= 0 ? `frame ${t.frame + 1}` : "",
      t.tileRow >= 0 ? `tile ${t.tileRow + 1},${t.tileColumn + 1}` : t.global ? "global" : ""
    ], `row ${t.row + 1} column ${t.column + 1}`].filter(Boolean).join(" ") : this.answer[e - this.nPrompt]?.token.text ?? "";
  }
  view(e, t) {
    const a = `${e} ${JSON.stringify(t)}`;
    let s = this.views.get(a);
    return s || (s = this.source.raw(this.id, e, t).then((i) => (this.raw.set(a, i), Gr(i))), this.views.set(a, s), s.catch(() => this.views.delete(a))), s;
  }
  forget() {
    this.views.clear(), this.raw.clear();
  }
}
const nu = ["model", "q", "system", "prefill", "images", "turns", "t"], au = (n) => n ? n.split(",").map(Number).filter(Number.isFinite) : [], zt = (n, e) => n !== null && n !== "" && Number.isFinite(Number(n)) ? Number(n) : e;
class su {
  constructor(e) {
    this.source = e, this.begin().catch((t) => this.fail(t));
  }
  source;
  #e = /* @__PURE__ */ H([]);
  get models() {
    return r(this.#e);
  }
  set models(e) {
    N(this.#e, e);
  }
  #r = /* @__PURE__ */ H("");
  get model() {
    return r(this.#r);
  }
  set model(e) {
    N(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ H("What is in the image?");
  get question() {
    return r(this.#t);
  }
  set question(e) {
    N(this.#t, e, !0);
  }
  #n = /* @__PURE__ */ H("");
  get system() {
    return r(this.#n);
  }
  set system(e) {
    N(this.#n, e, !0);
  }
  #a = /* @__PURE__ */ H([]);
  get earlier() {
    return r(this.#a);
  }
  set earlier(e) {
    N(this.#a, e);
  }
  #s = /* @__PURE__ */ H("");
  get prefill() {
    return r(this.#s);
  }
  set prefill(e) {
    N(this.#s, e, !0);
  }
  #o = /* @__PURE__ */ H([]);
  get uploads() {
    return r(this.#o);
  }
  set uploads(e) {
    N(this.#o, e);
  }
  #i = /* @__PURE__ */ H(null);
  get example() {
    return r(this.#i);
  }
  set example(e) {
    N(this.#i, e, !0);
  }
  #l = /* @__PURE__ */ H(null);
  get truth() {
    return r(this.#l);
  }
  set truth(e) {
    N(this.#l, e, !0);
  }
  #h = /* @__PURE__ */ H(0);
  get temperature() {
    return r(this.#h);
  }
  set temperature(e) {
    N(this.#h, e, !0);
  }
  #u = /* @__PURE__ */ H(48);
  get maxNew() {
    return r(this.#u);
  }
  set maxNew(e) {
    N(this.#u, e, !0);
  }
  #v = /* @__PURE__ */ H(null);
  get study() {
    return r(this.#v);
  }
  set study(e) {
    N(this.#v, e);
  }
  #g = /* @__PURE__ */ H(null);
  get clean() {
    return r(this.#g);
  }
  set clean(e) {
    N(this.#g, e);
  }
  #c = /* @__PURE__ */ H(null);
  get second() {
    return r(this.#c);
  }
  set second(e) {
    N(this.#c, e);
  }
  #p = /* @__PURE__ */ H(null);
  get secondUpload() {
    return r(this.#p);
  }
  set secondUpload(e) {
    N(this.#p, e);
  }
  #b = /* @__PURE__ */ H(null);
  get secondExample() {
    return r(this.#b);
  }
  set secondExample(e) {
    N(this.#b, e, !0);
  }
  #k = /* @__PURE__ */ H(null);
  get focus() {
    return r(this.#k);
  }
  set focus(e) {
    N(this.#k, e, !0);
  }
  #m = /* @__PURE__ */ H(null);
  get target() {
    return r(this.#m);
  }
  set target(e) {
    N(this.#m, e);
  }
  #f = /* @__PURE__ */ H(null);
  get contrast() {
    return r(this.#f);
  }
  set contrast(e) {
    N(this.#f, e);
  }
  #_ = /* @__PURE__ */ H(null);
  get place() {
    return r(this.#_);
  }
  set place(e) {
    N(this.#_, e, !0);
  }
  #y = /* @__PURE__ */ H(null);
  get layer() {
    return r(this.#y);
  }
  set layer(e) {
    N(this.#y, e, !0);
  }
  #d = /* @__PURE__ */ H(null);
  get head() {
    return r(this.#d);
  }
  set head(e) {
    N(this.#d, e, !0);
  }
  #w = /* @__PURE__ */ H(null);
  get lensLayer() {
    return r(this.#w);
  }
  set lensLayer(e) {
    N(this.#w, e, !0);
  }
  #x = /* @__PURE__ */ H([]);
  get words() {
    return r(this.#x);
  }
  set words(e) {
    N(this.#x, e);
  }
  #S = /* @__PURE__ */ H(0);
  get word() {
    return r(this.#S);
  }
  set word(e) {
    N(this.#S, e, !0);
  }
  #E = /* @__PURE__ */ H(!1);
  get vision() {
    return r(this.#E);
  }
  set vision(e) {
    N(this.#E, e, !0);
  }
  #A = /* @__PURE__ */ H(!1);
  get wantsLens() {
    return r(this.#A);
  }
  set wantsLens(e) {
    N(this.#A, e, !0);
  }
  #M = /* @__PURE__ */ H("");
  get find() {
    return r(this.#M);
  }
  set find(e) {
    N(this.#M, e, !0);
  }
  #N = /* @__PURE__ */ H(0.01);
  get least() {
    return r(this.#N);
  }
  set least(e) {
    N(this.#N, e, !0);
  }
  #T = /* @__PURE__ */ H("none");
  get paint() {
    return r(this.#T);
  }
  set paint(e) {
    N(this.#T, e, !0);
  }
  #P = /* @__PURE__ */ H("attribution");
  get tab() {
    return r(this.#P);
  }
  set tab(e) {
    N(this.#P, e, !0);
  }
  #L = /* @__PURE__ */ H(/* @__PURE__ */ new Set());
  get selected() {
    return r(this.#L);
  }
  set selected(e) {
    N(this.#L, e);
  }
  #O = /* @__PURE__ */ H([]);
  get changes() {
    return r(this.#O);
  }
  set changes(e) {
    N(this.#O, e);
  }
  #R = /* @__PURE__ */ H(null);
  get sweep() {
    return r(this.#R);
  }
  set sweep(e) {
    N(this.#R, e);
  }
  #C = /* @__PURE__ */ H(null);
  get hoverHead() {
    return r(this.#C);
  }
  set hoverHead(e) {
    N(this.#C, e);
  }
  #I = /* @__PURE__ */ H(null);
  get hoverPlace() {
    return r(this.#I);
  }
  set hoverPlace(e) {
    N(this.#I, e, !0);
  }
  #F = /* @__PURE__ */ H(0);
  get busy() {
    return r(this.#F);
  }
  set busy(e) {
    N(this.#F, e, !0);
  }
  #j = /* @__PURE__ */ H("");
  get message() {
    return r(this.#j);
  }
  set message(e) {
    N(this.#j, e, !0);
  }
  title = "";
  text = "";
  note = "";
  sweeps = [];
  #U = /* @__PURE__ */ H(Fr);
  get tabs() {
    return r(this.#U);
  }
  set tabs(e) {
    N(this.#U, e);
  }
  run = 0;
  stop = null;
  get asked() {
    return (this.clean ?? this.study)?.asked ?? null;
  }
  get draft() {
    const {
      model: e,
      question: t,
      system: a,
      earlier: s,
      prefill: i,
      uploads: o,
      example: l,
      truth: u,
      temperature: f
    } = this;
    return {
      model: e,
      question: t,
      system: a,
      earlier: s,
      prefill: i,
      uploads: o,
      example: l,
      truth: u,
      temperature: f
    };
  }
  // Whether something else would be asked now.
  get edited() {
    return this.asked !== null && JSON.stringify(this.prompt(this.draft)) !== JSON.stringify(this.prompt(this.asked));
  }
  get info() {
    return this.models.find((e) => e.name === this.model) ?? null;
  }
  get at() {
    return this.focus ?? (this.study ? this.study.nPrompt - 1 : 0);
  }
  get shownHead() {
    return this.hoverHead ?? (this.layer !== null && this.head !== null ? { layer: this.layer, head: this.head } : null);
  }
  get shownPlace() {
    return this.hoverPlace ?? this.place;
  }
  fail(e) {
    const t = e;
    t.name !== "AbortError" && (this.message = t.message || String(e));
  }
  // Says that something runs, while it runs.
  async counted(e) {
    this.busy++;
    try {
      return await e;
    } finally {
      this.busy--;
    }
  }
  // Runs something that asks the server about a study; one that is gone is asked for again.
  async during(e) {
    try {
      return await this.counted(e);
    } catch (t) {
      return t instanceof tt && t.status === 404 && this.source.kind === "server" && this.study ? (this.message = "The server has been started anew, or dropped this study; asking again.", await this.ask(!1), this.message = "") : this.fail(t), null;
    }
  }
  async begin() {
    if (this.source.given) {
      const t = this.source.given();
      this.title = t.title, this.text = t.text, this.note = t.note ?? "", this.sweeps = t.sweeps ?? [];
      const a = new Qn(this.source, t.id, t.bytes);
      a.answer = t.answer ?? [], this.study = a, this.tabs = t.tabs ?? Fr, this.tab = this.tabs[0], this.restore(new URLSearchParams(location.hash.slice(1))), this.tabs.includes(this.tab) || (this.tab = this.tabs[0]), this.words.length || (this.words = t.words ?? []), this.tab === "lens" && this.paint === "none" && (this.paint = "top"), this.afterAnswer();
      return;
    }
    for (; ; )
      try {
        this.models = await this.source.models();
        break;
      } catch (t) {
        this.fail(t), await new Promise((a) => setTimeout(a, 2e3));
      }
    this.message = "", this.model = this.models[0]?.name ?? "";
    const e = new URLSearchParams(location.hash.slice(1));
    addEventListener("hashchange", () => this.moved()), e.has("q") ? await this.arrive(e) : this.info?.examples && await this.takeExample(0, !1);
  }
  // Another address in the same page: another question is asked, another selection is shown.
  moved() {
    const e = new URLSearchParams(location.hash.slice(1)), t = new URLSearchParams(this.written);
    e.toString() !== this.written && (nu.every((a) => e.get(a) === t.get(a)) ? this.restore(e) : e.has("q") && this.arrive(e).catch((a) => this.fail(a)));
  }
  async arrive(e) {
    this.models.some((a) => a.name === e.get("model")) && (this.model = e.get("model")), this.restore(e), this.uploads = [];
    const t = this.bring(e);
    this.filling = t, await t && await this.ask(!1, this.draft);
  }
  // --- the address ---
  written = "";
  write() {
    const e = this.asked ?? this.draft, t = {
      model: e.model,
      q: e.question,
      system: e.system,
      prefill: e.prefill,
      example: e.example,
      images: e.uploads.map((i) => i.frames ? `${i.frames.join("+")}@${i.fps}` : i.id).join(","),
      turns: e.earlier.length ? JSON.stringify(e.earlier) : "",
      t: e.temperature || "",
      focus: this.focus,
      target: this.target && `${this.target.id}:${this.target.text}`,
      contrast: this.contrast && `${this.contrast.id}:${this.contrast.text}`,
      place: this.place,
      layer: this.layer,
      head: this.head,
      lens: this.lensLayer,
      words: this.words.join(","),
      word: this.word || "",
      paint: this.paint === "none" ? "" : this.paint,
      tab: this.tab === Fr[0] ? "" : this.tab,
      selected: [...this.selected].join(","),
      second: this.secondExample ?? (this.secondUpload ? this.secondUpload.id : ""),
      changes: this.changes.length ? JSON.stringify(this.changes) : ""
    }, a = new URLSearchParams();
    for (const [i, o] of Object.entries(t)) o != null && o !== "" && a.set(i, String(o));
    const s = a.toString();
    !this.study || s === this.written || (this.written = s, this.source.kind !== "kernel" && history.replaceState(null, "", `#${s}`));
  }
  restore(e) {
    const t = (a) => {
      const [s, ...i] = (e.get(a) ?? "").split(":");
      return s && Number.isInteger(Number(s)) ? { id: Number(s), text: i.join(":") } : null;
    };
    e.has("q") && (this.question = e.get("q")), this.system = e.get("system") ?? "", this.prefill = e.get("prefill") ?? "", this.temperature = zt(e.get("t"), 0), this.focus = zt(e.get("focus"), null), this.target = t("target"), this.contrast = t("contrast"), this.place = zt(e.get("place"), null), this.layer = zt(e.get("layer"), null), this.head = zt(e.get("head"), null), this.lensLayer = zt(e.get("lens"), null), this.words = (e.get("words") ?? "").split(",").filter(Boolean), this.word = zt(e.get("word"), 0), this.paint = e.get("paint") || "none", this.tab = Fr.includes(e.get("tab")) ? e.get("tab") : Fr[0], this.selected = new Set(au(e.get("selected")));
    try {
      this.changes = JSON.parse(e.get("changes") ?? "[]"), this.earlier = JSON.parse(e.get("turns") ?? "[]");
    } catch {
      this.changes = [];
    }
  }
  // The images that the address names, from the server, the example or this browser's store.
  async bring(e) {
    if (this.example = zt(e.get("example"), null), this.truth = null, this.example !== null)
      try {
        const s = await this.source.example(this.model, this.example);
        this.truth = s.answer, s.images.map((i) => i.id).join(",") === e.get("images") && (this.uploads = s.images);
      } catch (s) {
        this.fail(s);
      }
    const t = e.get("second") ?? "";
    if (this.secondExample = t.length < 8 ? zt(t, null) : null, this.secondUpload = t.length < 8 ? null : await this.bringImage(t), this.uploads.length) return !0;
    const a = [];
    for (const s of (e.get("images") ?? "").split(",").filter(Boolean)) {
      const [i, o] = s.split("@"), l = i.split("+"), u = [];
      for (const f of l) {
        const h = await this.bringImage(f);
        if (!h)
          return this.message = "This address names an image that is neither on the server nor in this browser; add it again.", !1;
        u.push(h);
      }
      a.push(o ? {
        ...u[0],
        frames: u.map((f) => f.id),
        fps: Number(o) || void 0
      } : u[0]);
    }
    return this.uploads = a, !0;
  }
  async bringImage(e) {
    const t = await Jl(e) ?? await fetch(this.source.imageUrl(e)).then((a) => a.ok ? a.blob() : null, () => null);
    return t && this.source.addImage(t);
  }
  // --- asking ---
  // What is still on its way to the question: an example, or images. Asking waits for it.
  filling = Promise.resolve();
  fills = 0;
  async takeExample(e, t = !0) {
    const a = ++this.fills, s = this.model, i = this.counted(this.source.example(s, e)).then(
      (o) => a !== this.fills || s !== this.model ? !1 : (this.example = e, this.truth = o.answer, this.question = o.question, this.prefill = o.prefill, this.uploads = o.images, this.earlier = [], !0),
      (o) => (this.fail(o), !1)
    );
    this.filling = i, await i && t && await this.ask();
  }
  // Images of one's own: beside those that are there, or in the place of an example's.
  addFiles(e) {
    const t = [...e], a = this.filling;
    this.filling = this.counted((async () => {
      await a;
      const s = this.example !== null ? [] : [...this.uploads];
      for (const i of t)
        try {
          s.push(await this.upload(i));
        } catch (o) {
          this.fail(o);
        }
      this.uploads = s, this.example = null, this.truth = null;
    })());
  }
  async upload(e) {
    if (!e.type.startsWith("video/")) {
      const i = await this.source.addImage(e);
      return await Ba(i.id, e), i;
    }
    const { frames: t, fps: a } = await Yl(e), s = [];
    for (const i of t) {
      const o = await this.source.addImage(i);
      await Ba(o.id, i), s.push(o);
    }
    return {
      ...s[0],
      frames: s.map((i) => i.id),
      fps: Math.round(a * 1e3) / 1e3
    };
  }
  prompt(e) {
    const t = e.uploads.map((i) => i.frames ? {
      type: "video",
      frames: i.frames,
      ...i.fps ? { fps: i.fps } : {}
    } : { type: "image", image: i.id }), a = [];
    e.system && a.push({
      role: "system",
      content: [{ type: "text", text: e.system }]
    });
    const s = [{ type: "text", text: e.question }];
    return e.earlier.length ? a.push(...e.earlier, { role: "user", content: s }) : a.push({ role: "user", content: [...t, ...s] }), {
      model: e.model,
      turns: a,
      prefill: e.prefill,
      temperature: e.temperature
    };
  }
  // Asks what the page says, or, where it is not fresh, what the study that is shown was asked with.
  async ask(e = !0, t = this.asked) {
    this.stop?.abort();
    const a = ++this.run, s = this.stop = new AbortController();
    this.message = "", this.busy++;
    let i = null;
    try {
      for (let l = null; l !== this.filling; ) await (l = this.filling);
      if (a !== this.run) return;
      const o = e ? this.draft : t ?? this.draft;
      if (i = await this.open(o), a !== this.run || (e && (Object.assign(this, {
        focus: null,
        target: null,
        contrast: null,
        place: null,
        layer: null,
        head: null,
        paint: "none",
        lensLayer: null
      }), this.selected = /* @__PURE__ */ new Set(), this.changes = []), this.info?.loaded || (this.models = await this.source.models()), this.study = i, this.clean = null, this.sweep = null, this.second = null, this.wantsLens = !1, !await this.answers(i, () => a === this.run, s.signal))) return;
      this.afterAnswer();
    } catch (o) {
      a === this.run && this.fail(o);
    } finally {
      this.busy--, i && (i.answering = !1);
    }
  }
  async open(e) {
    const { id: t, bytes: a } = await this.source.open(this.prompt(e)), s = new Qn(this.source, t, a);
    return s.asked = e, s;
  }
  // Lets a study answer, token by token, as long as it is wanted.
  async answers(e, t, a) {
    e.answering = !0;
    try {
      for await (const s of this.source.stream(
        e.id,
        "answer",
        {
          max_new_tokens: this.maxNew,
          temperature: e.asked.temperature,
          seed: 0
        },
        a
      )) {
        if (!t()) return !1;
        e.answer = [...e.answer, s.about], e.passSeconds = s.about.pass_seconds;
      }
    } finally {
      e.answering = !1;
    }
    return e.forget(), t();
  }
  afterAnswer() {
    const e = this.study?.answer[0];
    e && !this.target && (this.target = e.token), e && this.focus === null && (this.focus = e.position);
    const t = this.secondExample ?? this.secondUpload;
    this.study && t !== null && !this.second && this.openSecond(t).catch((a) => this.fail(a)), this.write();
  }
  goOn() {
    if (!this.study || !this.asked) return;
    const e = this.prompt(this.asked).turns.filter((a) => a.role !== "system"), t = this.study.answer.filter((a) => !a.ends).map((a) => a.token.text).join("").trim();
    this.earlier = [
      ...e,
      {
        role: "assistant",
        content: [{ type: "text", text: t || "…" }]
      }
    ], this.question = "", this.prefill = "";
  }
  halt() {
    this.stop?.abort(), this.run++, this.study && (this.study.answering = !1);
  }
  // The same question about another image: the n-th example's, or one of one's own.
  async openSecond(e) {
    const t = ++this.seconds, a = this.asked;
    if (!a) return;
    const s = () => t === this.seconds && this.asked === a, i = async () => typeof e == "number" ? (await this.source.example(a.model, e)).images[0] ?? null : e instanceof File ? this.upload(e) : e, o = await this.during((async () => {
      const l = await i();
      return l && {
        upload: l,
        study: await this.open({
          ...a,
          uploads: [l, ...a.uploads.slice(1)],
          temperature: 0
        })
      };
    })());
    !o || !s() || (this.secondExample = typeof e == "number" ? e : null, this.secondUpload = o.upload, this.second = o.study, await this.during(this.answers(o.study, s)));
  }
  seconds = 0;
  // --- looking ---
  lookAt(e) {
    this.focus = e.position, this.target = e.token, this.contrast = null, this.tabs.includes("attribution") && (this.tab = "attribution");
  }
  takeHead(e, t, a = "attention") {
    this.layer = e, this.head = t, this.paint = a, this.hoverHead = null;
  }
  takePlace(e) {
    this.place = e, this.hoverPlace = null;
  }
  release() {
    (this.hoverHead || this.hoverPlace !== null) && (this.hoverHead = null, this.hoverPlace = null), this.place !== null ? this.place = null : this.layer !== null ? (this.layer = this.head = null, this.paint = "none") : this.selected.size && (this.selected = /* @__PURE__ */ new Set());
  }
  toggle(e, t = "set") {
    const a = new Set(t === "set" ? [] : this.selected);
    for (const s of e)
      t === "flip" && a.has(s) ? a.delete(s) : a.add(s);
    this.selected = a;
  }
}
function qt(n, ...e) {
  const t = n.shape.slice(e.length).reduce((s, i) => s * i, 1);
  let a = 0;
  return e.forEach((s, i) => a += s * n.shape.slice(i + 1).reduce((o, l) => o * l, 1)), n.data.subarray(a, a + t);
}
var iu = /* @__PURE__ */ S('<span class="fine"> </span>'), qa = /* @__PURE__ */ S('<p class="error" role="alert"> </p>'), ou = /* @__PURE__ */ S('<button type="button"> </button>'), lu = /* @__PURE__ */ S('<li><button type="button" class="head"> <b> </b></button></li>'), uu = /* @__PURE__ */ S('<ol class="best"></ol>'), cu = /* @__PURE__ */ S('<p class="fine"> </p>'), fu = /* @__PURE__ */ S('<p class="fine"> </p> <div class="scroller tall"><!></div>', 1), du = /* @__PURE__ */ S('<!> <div class="row"><button type="button">where the focus looks</button> <button type="button">who looks at the kept token</button> <button type="button"> </button></div> <!> <!> <!>', 1), hu = /* @__PURE__ */ S('<section class="card" aria-label="Attention"><!> <!> <div class="row" role="group" aria-label="Measure"><!> <button type="button">sorted</button></div> <!></section>');
function vu(n, e) {
  Ze(e, !0);
  let t = Ue(e, "session", 7), a = /* @__PURE__ */ H("image"), s = /* @__PURE__ */ H(!1), i = /* @__PURE__ */ H(!1);
  const o = /* @__PURE__ */ O(() => e.painted.heads.view), l = new Yr(t(), () => r(i) && t().layer !== null && t().head !== null ? {
    study: e.study,
    name: "pattern",
    asked: { layer: t().layer, head: t().head }
  } : null), u = /* @__PURE__ */ O(() => {
    if (!r(o)) return new Float32Array();
    const { shape: x, data: R } = r(o).arrays.weights, [J, D, ee] = x, Q = new Float32Array(J * D), ae = t().place ?? -1, se = new Uint8Array(ee);
    for (let te = 0; te < ee; te++) se[te] = Number(r(a) === "image" ? e.study.tokens[te]?.kind === "image" : r(a) === "selection" ? t().selected.has(te) : te === ae);
    for (let te = 0; te < J * D; te++) {
      let W = 0;
      const F = te * ee;
      if (r(a) === "entropy") for (let M = 0; M < ee; M++) {
        const re = R[F + M];
        re > 0 && (W -= re * Math.log(re));
      }
      else for (let M = 0; M < ee; M++) se[M] && (W += R[F + M]);
      Q[te] = W;
    }
    return Q;
  }), f = /* @__PURE__ */ O(() => r(o)?.arrays.weights.shape ?? [0, 0, 0]), h = /* @__PURE__ */ O(() => Array.from(r(u).keys()).sort((x, R) => r(u)[R] - r(u)[x]).slice(0, 24)), v = /* @__PURE__ */ O(() => r(o) ? {
    name: "attention",
    svg: () => _a(r(u), r(f)[0], r(f)[1], (x) => Ut(x / Math.max(...r(u), 1e-9), !1), `attention, ${r(a)}`),
    csv: () => [
      ["layer", "head", r(a)],
      ...Array.from(r(u), (x, R) => [
        Math.floor(R / r(f)[1]),
        R % r(f)[1],
        x
      ])
    ]
  } : null), m = /* @__PURE__ */ O(() => t().shownPlace), d = /* @__PURE__ */ O(() => {
    const x = e.painted.readers.view;
    return x && t().shownHead && t().paint === "readers" ? Array.from(qt(x.arrays.weights, t().shownHead.layer, t().shownHead.head)).map((R, J) => ({ weight: R, position: J })).sort((R, J) => J.weight - R.weight).slice(0, 5) : [];
  });
  var _ = hu(), w = E(_);
  {
    let x = /* @__PURE__ */ O(() => r(i) ? l.view?.about.code ?? "" : r(o)?.about.code ?? "");
    rr(w, {
      title: "Attention",
      get code() {
        return r(x);
      },
      get exporter() {
        return r(v);
      },
      children: (R, J) => {
        var D = iu(), ee = Z(D);
        U((Q) => z(ee, `from the focus ${Q ?? ""}`), [
          () => JSON.stringify(e.study.label(r(o)?.about.focus ?? t().at))
        ]), g(R, D);
      },
      $$slots: { default: !0 }
    });
  }
  var p = c(w, 2);
  {
    var A = (x) => {
      var R = qa(), J = Z(R, !0);
      U(() => z(J, e.painted.heads.error)), g(x, R);
    };
    K(p, (x) => {
      e.painted.heads.error && x(A);
    });
  }
  var b = c(p, 2), T = E(b);
  Te(
    T,
    16,
    () => [
      ["image", "on the image"],
      ["selection", "on the selection"],
      ["token", "on the token"],
      ["entropy", "entropy"]
    ],
    Ce,
    (x, R) => {
      var J = /* @__PURE__ */ O(() => wr(R, 2));
      let D = () => r(J)[0], ee = () => r(J)[1];
      var Q = ou(), ae = Z(Q, !0);
      U(() => {
        oe(Q, "aria-pressed", r(a) === D()), Q.disabled = D() === "selection" && !t().selected.size || D() === "token" && t().place === null, z(ae, ee());
      }), ne("click", Q, () => N(a, D(), !0)), g(x, Q);
    }
  );
  var I = c(T, 2), Y = c(b, 2);
  {
    var B = (x) => {
      var R = du(), J = Pe(R);
      {
        var D = (j) => {
          var y = uu();
          Te(y, 20, () => r(h), (L) => L, (L, V) => {
            const G = /* @__PURE__ */ O(() => {
              const [q, C] = [Math.floor(V / r(f)[1]), V % r(f)[1]];
              return { layer: q, head: C };
            });
            var fe = lu(), pe = E(fe), ye = E(pe), Se = c(ye), k = Z(Se, !0);
            U(
              (q) => {
                oe(pe, "aria-pressed", t().layer === r(G).layer && t().head === r(G).head), z(ye, `L${r(G).layer ?? ""}H${r(G).head ?? ""} `), z(k, q);
              },
              [
                () => r(a) === "entropy" ? `${r(u)[V].toFixed(2)} nats` : Dt(r(u)[V])
              ]
            ), Fe("pointerenter", pe, () => {
              t().hoverHead = {
                layer: r(G).layer,
                head: r(G).head
              }, t().paint = "attention";
            }), Fe("pointerleave", pe, () => t().hoverHead = null), ne("click", pe, () => t().takeHead(r(G).layer, r(G).head)), g(L, fe);
          }), g(j, y);
        }, ee = (j) => {
          {
            let y = /* @__PURE__ */ O(() => r(a) === "entropy" ? 0 : 1), L = /* @__PURE__ */ O(() => r(a) === "entropy" ? "nats" : "of its attention"), V = /* @__PURE__ */ O(() => t().layer !== null && t().head !== null ? [t().layer, t().head] : null);
            vn(j, {
              label: "Attention by head",
              get values() {
                return r(u);
              },
              get rows() {
                return r(f)[0];
              },
              get columns() {
                return r(f)[1];
              },
              get high() {
                return r(y);
              },
              get unit() {
                return r(L);
              },
              get picked() {
                return r(V);
              },
              onhover: (G) => {
                t().hoverHead = G && { layer: G[0], head: G[1] }, G && t().paint !== "readers" && t().paint !== "sources" && (t().paint = "attention");
              },
              onpick: ([G, fe]) => t().takeHead(G, fe, t().paint === "readers" ? "readers" : "attention")
            });
          }
        };
        K(J, (j) => {
          r(s) ? j(D) : j(ee, -1);
        });
      }
      var Q = c(J, 2), ae = E(Q), se = c(ae, 2), te = c(se, 2), W = Z(te), F = c(Q, 2);
      {
        var M = (j) => {
          var y = cu(), L = Z(y);
          U((V) => z(L, `Most by: ${V ?? ""}.`), [
            () => r(d).map((V) => `${e.study.label(V.position)} ${Dt(V.weight)}`).join(", ")
          ]), g(j, y);
        };
        K(F, (j) => {
          r(d).length && j(M);
        });
      }
      var re = c(F, 2);
      {
        var ce = (j) => {
          const y = /* @__PURE__ */ O(() => l.view.arrays.weights);
          var L = fu(), V = Pe(L), G = Z(V), fe = c(V, 2), pe = E(fe);
          {
            let ye = /* @__PURE__ */ O(() => [t().at, t().place ?? t().at]);
            vn(pe, {
              label: "Pattern",
              get values() {
                return r(y).data;
              },
              get rows() {
                return r(y).shape[0];
              },
              get columns() {
                return r(y).shape[1];
              },
              high: 1,
              rowName: "query",
              columnName: "key",
              get picked() {
                return r(ye);
              },
              onpick: ([Se, k]) => {
                t().place = k, Se < e.study.tokens.length && (t().focus = Se);
              }
            });
          }
          U(() => z(G, `Queries from top to bottom, keys from left to right${r(m) === null ? "" : `; row ${r(m)} is the token that is pointed at`}.`)), g(j, L);
        };
        K(re, (j) => {
          r(i) && l.view && j(ce);
        });
      }
      var ge = c(re, 2);
      {
        var me = (j) => {
          var y = qa(), L = Z(y, !0);
          U(() => z(L, l.error)), g(j, y);
        };
        K(ge, (j) => {
          l.error && j(me);
        });
      }
      U(() => {
        oe(ae, "aria-pressed", t().paint === "attention"), oe(se, "aria-pressed", t().paint === "readers"), se.disabled = t().place === null, oe(te, "aria-pressed", r(i)), te.disabled = t().layer === null, z(W, `whole pattern${t().layer === null ? "" : ` of L${t().layer}H${t().head}`}`);
      }), ne("click", ae, () => t().paint = "attention"), ne("click", se, () => t().paint = t().paint === "readers" ? "attention" : "readers"), ne("click", te, () => N(i, !r(i))), g(x, R);
    };
    K(Y, (x) => {
      r(o) && x(B);
    });
  }
  U(() => oe(I, "aria-pressed", r(s))), ne("click", I, () => N(s, !r(s))), g(n, _), Qe();
}
ht(["click"]);
var pu = /* @__PURE__ */ S('&nbsp;over <b> </b> <button type="button" class="link">alone</button>', 1), _u = /* @__PURE__ */ S('<span class="fine">logit of <b> </b><!> <!></span>'), Wa = /* @__PURE__ */ S('<p class="error" role="alert"> </p>'), gu = /* @__PURE__ */ S('<p class="fine">Click a token of the answer.</p>'), mu = /* @__PURE__ */ S('<li><button type="button" class="head"> <b> </b></button></li>'), bu = /* @__PURE__ */ S('<button type="button" class="part"><span class="part-name"> </span> <span class="half"><i class="minus"></i></span><span class="half"><i class="plus"></i></span> <span class="value"> </span></button>'), yu = /* @__PURE__ */ S('<div class="bar-row" role="listitem"><span class="tick"> </span> <!></div>'), wu = /* @__PURE__ */ S("<li> <b> </b></li>"), ku = /* @__PURE__ */ S('<ol class="best"></ol> <p class="fine"> </p>', 1), xu = /* @__PURE__ */ S("<!> <!> <!>", 1), Su = /* @__PURE__ */ S(`<p class="fine">Heads: what each writes along this token's direction, after the final norm. Orange raises the logit, blue lowers it.</p> <div class="columns"><!> <div><h3>Largest heads</h3> <ol class="best"></ol></div></div> <div class="row" role="group" aria-label="What the head's map shows"><span class="fine">map of the head:</span> <button type="button">where it looks</button> <button type="button">what it adds from there</button></div> <h3>By layer</h3> <div class="bars" role="list"></div> <p class="fine"> </p> <!> <form class="row"><label>contrast with <input placeholder="another word" size="12"/></label><button type="submit">compare</button></form>`, 1), Eu = /* @__PURE__ */ S('<section class="card" aria-label="Attribution"><!> <!> <!> <!></section>');
function Au(n, e) {
  Ze(e, !0);
  let t = Ue(e, "session", 7);
  const a = /* @__PURE__ */ O(() => t().target ? {
    target: t().target.id,
    contrast: t().contrast?.id ?? null,
    focus: t().at
  } : null), s = new Yr(t(), () => r(a) ? { study: e.study, name: "parts", asked: r(a) } : null);
  let i = /* @__PURE__ */ H(null);
  const o = new Yr(t(), () => r(a) && r(i) !== null ? {
    study: e.study,
    name: "neurons",
    asked: { ...r(a), layer: r(i), top_k: 40 }
  } : null), l = /* @__PURE__ */ O(() => s.view?.about), u = /* @__PURE__ */ O(() => s.view?.arrays.heads), f = /* @__PURE__ */ O(() => {
    if (!r(u)) return [];
    const [B, x] = r(u).shape;
    return Array.from({ length: B * x }, (R, J) => ({
      layer: Math.floor(J / x),
      head: J % x,
      value: r(u).data[J]
    })).sort((R, J) => Math.abs(J.value) - Math.abs(R.value)).slice(0, 8);
  }), h = {
    attn_out: "attention",
    mlp_out: "MLP",
    deepstack: "deepstack"
  }, v = /* @__PURE__ */ O(() => {
    if (!s.view) return { layers: [], rest: [], high: 1 };
    const B = s.view.arrays.values.data, x = [], R = [];
    return r(l).labels.forEach((J, D) => {
      const ee = /^(\d+)_(.+)$/.exec(J);
      ee ? (x[Number(ee[1])] ??= { layer: Number(ee[1]), parts: [] }).parts.push({ name: h[ee[2]] ?? ee[2], value: B[D] }) : R.push({ name: J.replace(/_/g, " "), value: B[D] });
    }), {
      layers: x,
      rest: R,
      high: Math.max(...Array.from(B, Math.abs), 1e-6)
    };
  }), m = /* @__PURE__ */ O(() => r(u) ? {
    name: "attribution-heads",
    svg: () => _a(r(u).data, r(u).shape[0], r(u).shape[1], (B) => Ut(B / r(f).reduce((x, R) => Math.max(x, Math.abs(R.value)), 1e-9), !0), `logit of ${r(l).answer.text}, by head`),
    csv: () => [
      ["part", "value"],
      ...r(l).labels.map((B, x) => [B, s.view.arrays.values.data[x]]),
      ...Array.from(r(u).data, (B, x) => [
        `L${Math.floor(x / r(u).shape[1])}H${x % r(u).shape[1]}`,
        B
      ])
    ]
  } : null);
  let d = /* @__PURE__ */ H("");
  var _ = Eu(), w = E(_);
  {
    let B = /* @__PURE__ */ O(() => r(l)?.code ?? "");
    rr(w, {
      title: "Attribution",
      get code() {
        return r(B);
      },
      get exporter() {
        return r(m);
      },
      children: (x, R) => {
        var J = _u(), D = c(E(J)), ee = Z(D, !0), Q = c(D);
        {
          var ae = (W) => {
            var F = pu(), M = c(Pe(F)), re = Z(M, !0), ce = c(M, 2);
            U((ge) => z(re, ge), [() => ut(r(l).contrast.text)]), ne("click", ce, () => t().contrast = null), g(W, F);
          };
          K(Q, (W) => {
            r(l)?.contrast && W(ae);
          });
        }
        var se = c(Q, 2);
        {
          var te = (W) => {
            var F = Kn();
            U((M) => z(F, `= ${M ?? ""}`), [() => Nt(r(l).logit)]), g(W, F);
          };
          K(se, (W) => {
            r(l) && W(te);
          });
        }
        U((W) => z(ee, W), [
          () => r(l) ? ut(r(l).answer.text) : ut(t().target?.text ?? "")
        ]), g(x, J);
      },
      $$slots: { default: !0 }
    });
  }
  var p = c(w, 2);
  {
    var A = (B) => {
      var x = Wa(), R = Z(x, !0);
      U(() => z(R, s.error)), g(B, x);
    };
    K(p, (B) => {
      s.error && B(A);
    });
  }
  var b = c(p, 2);
  {
    var T = (B) => {
      var x = gu();
      g(B, x);
    };
    K(b, (B) => {
      t().target || B(T);
    });
  }
  var I = c(b, 2);
  {
    var Y = (B) => {
      var x = Su(), R = c(Pe(x), 2), J = E(R);
      {
        let y = /* @__PURE__ */ O(() => t().layer !== null && t().head !== null ? [t().layer, t().head] : null);
        vn(J, {
          label: "Attribution by head",
          get values() {
            return r(u).data;
          },
          get rows() {
            return r(u).shape[0];
          },
          get columns() {
            return r(u).shape[1];
          },
          signed: !0,
          unit: "logits",
          get picked() {
            return r(y);
          },
          onhover: (L) => {
            t().hoverHead = L && { layer: L[0], head: L[1] }, L && t().paint === "none" && (t().paint = "attention");
          },
          onpick: ([L, V]) => t().takeHead(L, V, t().paint === "sources" ? "sources" : "attention")
        });
      }
      var D = c(J, 2), ee = c(E(D), 2);
      Te(ee, 21, () => r(f), (y) => `${y.layer} ${y.head}`, (y, L) => {
        var V = mu(), G = E(V), fe = E(G), pe = c(fe), ye = Z(pe, !0);
        U(
          (Se) => {
            oe(G, "aria-pressed", t().layer === r(L).layer && t().head === r(L).head), z(fe, `L${r(L).layer ?? ""}H${r(L).head ?? ""} `), z(ye, Se);
          },
          [() => Zt(r(L).value)]
        ), Fe("pointerenter", G, () => t().hoverHead = r(L)), Fe("pointerleave", G, () => t().hoverHead = null), ne("click", G, () => t().takeHead(r(L).layer, r(L).head, t().paint === "sources" ? "sources" : "attention")), g(y, V);
      });
      var Q = c(R, 2), ae = c(E(Q), 2), se = c(ae, 2), te = c(Q, 4);
      Te(te, 21, () => r(v).layers, Ce, (y, L) => {
        var V = tr(), G = Pe(V);
        {
          var fe = (pe) => {
            var ye = yu(), Se = E(ye), k = Z(Se, !0), q = c(Se, 2);
            Te(q, 17, () => r(L).parts, Ce, (C, X) => {
              var ie = bu(), Me = E(ie), _e = Z(Me, !0), de = c(Me, 2), le = E(de);
              let ve;
              var be = c(de), we = E(be);
              let Ee;
              var Ve = c(be, 2), $e = Z(Ve, !0);
              U(
                (Ie, Je) => {
                  ie.disabled = r(X).name !== "MLP", oe(ie, "title", `${r(X).name ?? ""} of layer ${r(L).layer ?? ""}: ${Ie ?? ""} logits${r(X).name === "MLP" ? "; click for its neurons" : ""}`), oe(ie, "aria-pressed", r(X).name === "MLP" ? r(i) === r(L).layer : void 0), z(_e, r(X).name), ve = qe(le, "", ve, {
                    width: `${r(X).value < 0 ? 100 * -r(X).value / r(v).high : 0}%`
                  }), Ee = qe(we, "", Ee, {
                    width: `${r(X).value > 0 ? 100 * r(X).value / r(v).high : 0}%`
                  }), z($e, Je);
                },
                [
                  () => Zt(r(X).value),
                  () => Zt(r(X).value)
                ]
              ), ne("click", ie, () => N(i, r(i) === r(L).layer ? null : r(L).layer, !0)), g(C, ie);
            }), U(() => z(k, r(L).layer)), g(pe, ye);
          };
          K(G, (pe) => {
            r(L) && pe(fe);
          });
        }
        g(y, V);
      });
      var W = c(te, 2), F = Z(W), M = c(W, 2);
      {
        var re = (y) => {
          var L = xu(), V = Pe(L);
          {
            let Se = /* @__PURE__ */ O(() => o.view?.about.code ?? "");
            rr(V, {
              get title() {
                return `Neurons of layer ${r(i) ?? ""}`;
              },
              get code() {
                return r(Se);
              }
            });
          }
          var G = c(V, 2);
          {
            var fe = (Se) => {
              var k = Wa(), q = Z(k, !0);
              U(() => z(q, o.error)), g(Se, k);
            };
            K(G, (Se) => {
              o.error && Se(fe);
            });
          }
          var pe = c(G, 2);
          {
            var ye = (Se) => {
              var k = ku(), q = Pe(k);
              Te(q, 22, () => Array.from(o.view.arrays.numbers.data), (ie) => ie, (ie, Me, _e) => {
                var de = wu(), le = E(de), ve = c(le), be = Z(ve, !0);
                U(
                  (we) => {
                    z(le, `N${Me ?? ""} `), z(be, we);
                  },
                  [() => Zt(o.view.arrays.values.data[r(_e)])]
                ), g(ie, de);
              });
              var C = c(q, 2), X = Z(C);
              U((ie) => z(X, `All others together ${ie ?? ""}.`), [() => Zt(o.view.about.rest)]), g(Se, k);
            };
            K(pe, (Se) => {
              o.view && Se(ye);
            });
          }
          g(y, L);
        };
        K(M, (y) => {
          r(i) !== null && y(re);
        });
      }
      var ce = c(M, 2), ge = E(ce), me = c(E(ge)), j = c(ge);
      U(
        (y, L) => {
          oe(ae, "aria-pressed", t().paint === "attention"), oe(se, "aria-pressed", t().paint === "sources"), z(F, `Beside the layers: ${y ?? ""}. The parts sum to the model's own logit; left over: ${L ?? ""}.`), j.disabled = !r(d);
        },
        [
          () => r(v).rest.map((y) => `${y.name} ${Zt(y.value)}`).join(", "),
          () => r(l).error.toExponential(1)
        ]
      ), ne("click", ae, () => t().paint = "attention"), ne("click", se, () => t().paint = "sources"), Fe("submit", ce, async (y) => {
        y.preventDefault();
        const L = await t().during(e.study.view("parts", {
          target: t().target.id,
          contrast: r(d),
          focus: t().at
        }));
        L?.about.contrast && (t().contrast = L.about.contrast);
      }), kt(me, () => r(d), (y) => N(d, y)), g(B, x);
    };
    K(I, (B) => {
      s.view && r(u) && B(Y);
    });
  }
  g(n, _), Qe();
}
ht(["click"]);
var Mu = /* @__PURE__ */ fa('<circle r="2.5"></circle>'), Nu = /* @__PURE__ */ fa('<polyline fill="none" stroke-width="2"><title> </title></polyline><!>', 1), Tu = /* @__PURE__ */ S("<span><i></i> </span>"), Pu = /* @__PURE__ */ S('<figure class="curve"><svg viewBox="0 0 320 120" role="img" aria-label="Effect by layer"><!><line x1="10" x2="310" stroke="currentColor" opacity=".3"></line></svg> <figcaption class="fine"><!> </figcaption></figure>'), Lu = /* @__PURE__ */ S('<p class="fine"> </p> <!>', 1);
function Ys(n, e) {
  Ze(e, !0);
  let t = Ue(e, "session", 7);
  const a = /* @__PURE__ */ O(() => e.sweep.arrays.effect.shape), s = /* @__PURE__ */ O(() => r(a)[1] > 0 && r(a)[1] <= 6);
  function i(d) {
    if (e.sweep.about.axis !== "position") return;
    const _ = new Float32Array(e.study.tokens.length).fill(NaN);
    e.sweep.about.columns.forEach((w, p) => _[w] = e.sweep.arrays.effect.data[d * r(a)[1] + p]), t().sweep = {
      values: _,
      label: `${e.name} at layer ${d}: ${e.sweep.about.measure}`
    }, t().paint = "sweep";
  }
  ot(() => {
    e.onexport?.({
      name: e.name,
      svg: () => _a(e.sweep.arrays.effect.data, r(a)[0], r(a)[1], (d) => Ut(d, !0), e.sweep.about.measure),
      csv: () => [
        ["layer", ...e.sweep.about.labels],
        ...Array.from({ length: r(a)[0] }, (d, _) => [
          _,
          ...Array.from(e.sweep.arrays.effect.data.slice(_ * r(a)[1], (_ + 1) * r(a)[1]))
        ])
      ]
    });
  });
  const o = /* @__PURE__ */ O(() => {
    let d = 0, _ = 1;
    for (const w of e.sweep.arrays.effect.data) Number.isNaN(w) || ([d, _] = [Math.min(d, w), Math.max(_, w)]);
    return [d, _];
  });
  var l = Lu(), u = Pe(l), f = Z(u, !0), h = c(u, 2);
  {
    var v = (d) => {
      var _ = Pu(), w = E(_), p = E(w);
      Te(p, 17, () => e.sweep.about.labels, Ce, (Y, B, x) => {
        const R = /* @__PURE__ */ O(() => Array.from({ length: r(a)[0] }, (te, W) => [
          W,
          e.sweep.arrays.effect.data[W * r(a)[1] + x]
        ]).filter(([, te]) => !Number.isNaN(te)));
        var J = Nu(), D = Pe(J), ee = E(D), Q = Z(ee, !0), ae = c(D);
        {
          var se = (te) => {
            var W = Mu();
            U(
              (F) => {
                oe(W, "cx", F), oe(W, "cy", 110 - 100 * (r(R)[0][1] - r(o)[0]) / (r(o)[1] - r(o)[0])), oe(W, "fill", ur[x % 6]);
              },
              [
                () => 10 + 300 * r(R)[0][0] / Math.max(1, r(a)[0] - 1)
              ]
            ), g(te, W);
          };
          K(ae, (te) => {
            r(R).length === 1 && te(se);
          });
        }
        U(
          (te) => {
            oe(D, "stroke", ur[x % 6]), oe(D, "points", te), z(Q, r(B));
          },
          [
            () => r(R).map(([te, W]) => `${10 + 300 * te / Math.max(1, r(a)[0] - 1)},${110 - 100 * (W - r(o)[0]) / (r(o)[1] - r(o)[0])}`).join(" ")
          ]
        ), g(Y, J);
      });
      var A = c(p), b = c(w, 2), T = E(b);
      Te(T, 17, () => e.sweep.about.labels, Ce, (Y, B, x) => {
        var R = Tu(), J = E(R);
        let D;
        var ee = c(J, 1, !0);
        U(() => {
          D = qe(J, "", D, { background: ur[x % 6] }), z(ee, r(B));
        }), g(Y, R);
      });
      var I = c(T);
      U(
        (Y, B) => {
          oe(A, "y1", 110 + 100 * r(o)[0] / (r(o)[1] - r(o)[0])), oe(A, "y2", 110 + 100 * r(o)[0] / (r(o)[1] - r(o)[0])), z(I, ` · layers 0 to ${r(a)[0] - 1}, from ${Y ?? ""} to ${B ?? ""}`);
        },
        [
          () => r(o)[0].toFixed(2),
          () => r(o)[1].toFixed(2)
        ]
      ), g(d, _);
    }, m = (d) => {
      {
        let _ = /* @__PURE__ */ O(() => e.sweep.about.axis === "position" ? e.sweep.about.columns.map((w) => e.study.label(w)) : null);
        vn(d, {
          label: "Sweep",
          get values() {
            return e.sweep.arrays.effect.data;
          },
          get rows() {
            return r(a)[0];
          },
          get columns() {
            return r(a)[1];
          },
          signed: !0,
          high: 1,
          get columnName() {
            return e.sweep.about.axis;
          },
          get columnLabels() {
            return r(_);
          },
          onhover: (w) => w && i(w[0]),
          onpick: ([w, p]) => {
            i(w), e.sweep.about.axis === "head" ? t().takeHead(w, p) : e.sweep.about.axis === "position" && t().takePlace(e.sweep.about.columns[p]);
          }
        });
      }
    };
    K(h, (d) => {
      r(s) ? d(v) : d(m, -1);
    });
  }
  U(() => z(f, e.sweep.about.measure)), g(n, l), Qe();
}
var Ou = /* @__PURE__ */ S('<span class="fine"> </span>'), Ru = /* @__PURE__ */ S('<p><button type="button"> </button></p>'), In = /* @__PURE__ */ S("<option> </option>"), Cu = /* @__PURE__ */ S("<label>where <select></select></label>"), Iu = /* @__PURE__ */ S("<label>heads <select><option>the picked one (with its layer)</option><option>all</option></select></label>"), Fu = /* @__PURE__ */ S("<label>to <select><option>image</option><option>the selection</option><option>the kept token</option><option>text</option></select></label>"), ju = /* @__PURE__ */ S('<label>strength <input type="number" step="any"/></label>'), Ka = /* @__PURE__ */ S('<p class="error" role="alert"> </p>'), Uu = /* @__PURE__ */ S('<li><label><input type="checkbox"/> </label> <button type="button" class="link" aria-label="Remove this change">remove</button></li>'), Du = /* @__PURE__ */ S('<button type="button">cancel</button> running…', 1), Hu = /* @__PURE__ */ S('<button type="button">run again</button>'), zu = /* @__PURE__ */ S('<button type="button" aria-pressed="true">views show the changed model</button>'), Bu = /* @__PURE__ */ S('<button type="button" aria-pressed="false">show views of the changed model</button>'), qu = /* @__PURE__ */ S('<ul class="changes"></ul> <p><!> <!></p>', 1), Wu = /* @__PURE__ */ S('<tr><th scope="row"> </th><td><span> </span></td><td><span> </span></td><td> </td></tr>'), Ku = /* @__PURE__ */ S('<div class="before-after" aria-live="polite"><div><small>before</small><p class="answer"> </p></div> <div aria-hidden="true">→</div> <div><small>after</small><p class="answer" data-after=""> </p></div> <p class="fine"> </p></div> <table class="words"><thead><tr><th scope="col">next token</th><th scope="col">before</th><th scope="col">after</th><th scope="col">logit</th></tr></thead><tbody></tbody></table>', 1), Vu = /* @__PURE__ */ S('<span class="fine">every layer in turn</span>'), Ju = /* @__PURE__ */ S("<label>at <select></select></label>"), Yu = /* @__PURE__ */ S("<label>over <select><option>groups of tokens</option><option>single tokens</option><option>heads</option></select></label>"), Gu = /* @__PURE__ */ S('<label>window <input type="number" min="1"/></label>'), Xu = /* @__PURE__ */ S('<button type="button" class="primary">cancel</button>'), Zu = /* @__PURE__ */ S('<button type="submit" class="primary">start</button>'), Qu = /* @__PURE__ */ S('<label class="row grow"> <progress></progress> </label>'), $u = /* @__PURE__ */ S('<section class="card" aria-label="Changes"><!> <!> <form class="form"><label>what <select></select></label> <!> <label>layers <input list="layer-choices" size="8"/></label> <datalist id="layer-choices"><option></option><option></option><option></option></datalist> <!> <label> <select><option>all</option><option>the focus</option><option>the kept token</option><option>the selection</option><option>image</option><option>text</option></select></label> <!> <!> <button type="submit" class="primary">add</button></form> <!> <!> <!></section> <section class="card" aria-label="Sweeps"><!> <form class="form"><label>what <select><option>patch from the second image</option><option>estimate patches by gradients</option><option>knock attention out</option></select></label> <!> <!> <!> <!></form> <p class="fine"> </p> <!> <!> <!></section>', 1);
function ec(n, e) {
  Ze(e, !0);
  let t = Ue(e, "session", 7);
  const a = /* @__PURE__ */ O(() => t().clean ?? e.study);
  let s = /* @__PURE__ */ H("zero"), i = /* @__PURE__ */ H("z"), o = /* @__PURE__ */ H("all"), l = /* @__PURE__ */ H("all"), u = /* @__PURE__ */ H("picked"), f = /* @__PURE__ */ H("image"), h = /* @__PURE__ */ H(1), v = /* @__PURE__ */ H(null), m = /* @__PURE__ */ H(!1), d = /* @__PURE__ */ H("");
  const _ = {
    zero: "set to zero",
    mean: "set to the mean",
    scale: "scale",
    block: "block attention",
    patch: "patch from the second",
    resample: "resample from the second",
    steer: "steer to the second",
    project: "take out the difference from the second"
  }, w = ["patch", "resample", "steer", "project"], p = {
    z: "heads",
    attn_out: "attention",
    mlp_out: "MLP",
    resid_post: "stream behind the layer",
    resid_mid: "stream between",
    resid_pre: "stream before the layer"
  }, A = /* @__PURE__ */ O(() => Object.keys(_).filter((P) => t().second || !w.includes(P)));
  function b(P) {
    return P === "selection" ? [...t().selected].sort(($, ue) => $ - ue) : P === "image" ? r(a).tokens.filter(($) => $.kind === "image").map(($) => $.position) : P === "text" ? r(a).tokens.filter(($) => $.kind !== "image").map(($) => $.position) : P === "token" ? t().place === null ? [] : [t().place] : P === "focus" ? [Math.min(t().at, r(a).nPrompt - 1)] : null;
  }
  function T() {
    const P = r(l) === "all" ? null : r(l) === "picked" ? t().layer === null ? [] : [t().layer] : I(r(l)), $ = {
      kind: r(s),
      point: r(s) === "block" ? "z" : r(i),
      layers: P,
      heads: r(u) === "picked" && (r(s) === "block" || r(i) === "z") && t().head !== null && r(l) !== "all" ? [t().head] : null,
      positions: b(r(o)),
      keys: r(s) === "block" ? b(r(f)) : null,
      strength: r(h),
      source: w.includes(r(s)) ? t().second?.id ?? null : null,
      on: !0
    };
    if ([$.layers, $.positions, $.keys].some((ue) => ue?.length === 0)) {
      N(d, "This change has no layer or no token: pick a head, keep a token, or select some first.");
      return;
    }
    t().changes = [...t().changes, $], R();
  }
  function I(P) {
    return P.split(",").flatMap(($) => {
      const [ue, he] = $.split("-").map(Number);
      return Number.isFinite(ue) ? Array.from({ length: (Number.isFinite(he) ? he : ue) - ue + 1 }, (Ae, De) => ue + De) : [];
    });
  }
  function Y() {
    t().layer === null || t().head === null || (t().changes = [
      ...t().changes,
      {
        kind: "zero",
        point: "z",
        layers: [t().layer],
        heads: [t().head],
        positions: null,
        keys: null,
        strength: 1,
        source: null,
        on: !0
      }
    ], R());
  }
  const B = (P, $) => P === null ? $ : P.length > 6 ? `${P.length} (${P[0]}…${P.at(-1)})` : P.join(", "), x = (P) => `${_[P.kind]}${P.kind === "block" ? "" : ` · ${p[P.point]}`} · layers ${B(P.layers, "all")}${P.heads ? ` · head ${B(P.heads, "")}` : ""} · ${P.kind === "block" ? "from " : ""}tokens ${B(P.positions, "all")}${P.keys ? ` to ${B(P.keys, "all")}` : ""}${["scale", "steer"].includes(P.kind) ? ` · ×${P.strength}` : ""}`;
  async function R() {
    const P = t().changes.filter((he) => he.on).map(({ on: he, ...Ae }) => ({
      ...Ae,
      source: Ae.source && t().second ? t().second.id : Ae.source
    }));
    if (N(d, ""), t().write(), !P.length) {
      N(v, null), ae();
      return;
    }
    const $ = ++J, ue = r(a);
    N(m, !0), D?.abort(), D = new AbortController();
    try {
      for await (const he of t().source.stream(ue.id, "changes", { changes: P, max_new_tokens: 16 }, D.signal)) {
        if ($ !== J || r(a) !== ue) return;
        N(v, he);
      }
      t().clean && await Q();
    } catch (he) {
      $ === J && he.name !== "AbortError" && N(d, he.message, !0);
    } finally {
      $ === J && N(m, !1);
    }
  }
  let J = 0, D = null;
  ot(() => {
    const P = r(a);
    P === ee || P.answering || yt(() => {
      ee = P, J++, D?.abort(), G(), (($) => {
        var ue = wr($, 4);
        N(v, ue[0]), N(M, ue[1]), N(d, ue[2], !0), N(m, ue[3], !0);
      })([null, null, "", !1]), t().changes.length && !t().clean && R();
    });
  });
  let ee = null;
  async function Q() {
    if (!r(v)) return;
    const P = r(a), { study: $, after: ue } = r(v).about, he = await t().during(t().source.tokens($));
    if (!he || r(a) !== P) return;
    const Ae = new Qn(t().source, $, he);
    Ae.answer = ue, Ae.asked = r(a).asked, t().clean = r(a), t().study = Ae;
  }
  function ae() {
    t().clean && (t().study = t().clean, t().clean = null);
  }
  let se = /* @__PURE__ */ H("patching"), te = /* @__PURE__ */ H("groups"), W = /* @__PURE__ */ H("resid_post"), F = /* @__PURE__ */ H(1), M = /* @__PURE__ */ H(null), re = /* @__PURE__ */ H(null), ce = null, ge = /* @__PURE__ */ H(!1), me = /* @__PURE__ */ H("");
  const j = /* @__PURE__ */ O(() => r(se) !== "knockout"), y = /* @__PURE__ */ O(() => {
    const P = r(a).tokens.filter((ue) => ue.kind === "image").length;
    return r(se) === "gradients" ? 3 : (r(se) === "knockout" || r(te) === "groups" ? 3 : r(te) === "heads" ? r(a).nHeads : t().selected.size || P + 1) * r(a).nLayers;
  }), L = /* @__PURE__ */ O(() => r(se) === "gradients" ? 2 * r(a).costs.graph_bytes : r(se) === "knockout" ? r(a).costs.stream_bytes : 2 * r(a).nLayers * r(a).costs.stream_bytes);
  async function V() {
    ce?.abort(), ce = new AbortController();
    const P = ce;
    N(M, null), N(me, ""), N(ge, !0);
    const $ = t().selected.size ? [...t().selected].sort((he, Ae) => he - Ae) : null, ue = r(se) === "knockout" ? { window: r(F) } : r(se) === "gradients" ? {
      source: t().second.id,
      point: r(W) === "z" ? "z" : r(W) === "resid_pre" || r(W) === "resid_mid" ? "resid_post" : r(W)
    } : {
      source: t().second.id,
      point: r(W),
      over: r(te),
      positions: $
    };
    try {
      for await (const he of t().source.stream(r(a).id, r(se), ue, P.signal)) N(M, he);
    } catch (he) {
      he.name !== "AbortError" && N(me, he.message, !0);
    }
    ce === P && N(ge, !1);
  }
  function G() {
    ce?.abort(), N(ge, !1);
  }
  var fe = $u(), pe = Pe(fe), ye = E(pe);
  {
    let P = /* @__PURE__ */ O(() => r(v)?.about.code ?? "");
    rr(ye, {
      title: "Changes",
      get code() {
        return r(P);
      },
      children: ($, ue) => {
        var he = Ou(), Ae = Z(he);
        U((De) => z(Ae, `change something, see the answer change${De ?? ""}`), [
          () => r(a).passSeconds > 1 ? `; a pass takes ${Xn(r(a).passSeconds)}` : ""
        ]), g($, he);
      },
      $$slots: { default: !0 }
    });
  }
  var Se = c(ye, 2);
  {
    var k = (P) => {
      var $ = Ru(), ue = E($), he = Z(ue);
      U(() => z(he, `ablate L${t().layer ?? ""}H${t().head ?? ""}`)), ne("click", ue, Y), g(P, $);
    };
    K(Se, (P) => {
      t().layer !== null && P(k);
    });
  }
  var q = c(Se, 2), C = E(q), X = c(E(C));
  Te(X, 21, () => r(A), Ce, (P, $) => {
    var ue = In(), he = Z(ue, !0), Ae = {};
    U(() => {
      z(he, _[r($)]), Ae !== (Ae = r($)) && (ue.value = (ue.__value = Ae) ?? "");
    }), g(P, ue);
  }), gt(X);
  var ie = c(C, 2);
  {
    var Me = (P) => {
      var $ = Cu(), ue = c(E($));
      Te(ue, 21, () => Object.entries(p), Ce, (he, Ae) => {
        var De = /* @__PURE__ */ O(() => wr(r(Ae), 2));
        let pt = () => r(De)[0], Lt = () => r(De)[1];
        var ct = In(), Ye = Z(ct, !0), He = {};
        U(() => {
          z(Ye, Lt()), He !== (He = pt()) && (ct.value = (ct.__value = He) ?? "");
        }), g(he, ct);
      }), gt(ue), wt(ue, () => r(i), (he) => N(i, he)), g(P, $);
    };
    K(ie, (P) => {
      r(s) !== "block" && P(Me);
    });
  }
  var _e = c(ie, 2), de = c(E(_e)), le = c(_e, 2), ve = E(le);
  ve.value = ve.__value = "all";
  var be = c(ve);
  be.value = be.__value = "picked";
  var we = c(be), Ee = {}, Ve = c(le, 2);
  {
    var $e = (P) => {
      var $ = Iu(), ue = c(E($)), he = E(ue);
      he.value = he.__value = "picked";
      var Ae = c(he);
      Ae.value = Ae.__value = "all", gt(ue), wt(ue, () => r(u), (De) => N(u, De)), g(P, $);
    };
    K(Ve, (P) => {
      (r(s) === "block" || r(i) === "z") && P($e);
    });
  }
  var Ie = c(Ve, 2), Je = E(Ie), et = c(Je), vt = E(et);
  vt.value = vt.__value = "all";
  var Ht = c(vt);
  Ht.value = Ht.__value = "focus";
  var ke = c(Ht);
  ke.value = ke.__value = "token";
  var Oe = c(ke);
  Oe.value = Oe.__value = "selection";
  var Re = c(Oe);
  Re.value = Re.__value = "image";
  var nt = c(Re);
  nt.value = nt.__value = "text", gt(et);
  var Pt = c(Ie, 2);
  {
    var Qs = (P) => {
      var $ = Fu(), ue = c(E($)), he = E(ue);
      he.value = he.__value = "image";
      var Ae = c(he);
      Ae.value = Ae.__value = "selection";
      var De = c(Ae);
      De.value = De.__value = "token";
      var pt = c(De);
      pt.value = pt.__value = "text", gt(ue), wt(ue, () => r(f), (Lt) => N(f, Lt)), g(P, $);
    };
    K(Pt, (P) => {
      r(s) === "block" && P(Qs);
    });
  }
  var $s = c(Pt, 2);
  {
    var ei = (P) => {
      var $ = ju(), ue = c(E($));
      kt(ue, () => r(h), (he) => N(h, he)), g(P, $);
    };
    K($s, (P) => {
      (r(s) === "scale" || r(s) === "steer") && P(ei);
    });
  }
  var ga = c(q, 2);
  {
    var ti = (P) => {
      var $ = Ka(), ue = Z($, !0);
      U(() => z(ue, r(d))), g(P, $);
    };
    K(ga, (P) => {
      r(d) && P(ti);
    });
  }
  var ma = c(ga, 2);
  {
    var ri = (P) => {
      var $ = qu(), ue = Pe($);
      Te(ue, 21, () => t().changes, Ce, (Ye, He, Gt) => {
        var vr = Uu(), pr = E(vr), Ge = E(pr), ze = c(Ge), _r = c(pr, 2);
        U(
          (nr) => {
            zs(Ge, r(He).on), z(ze, ` ${nr ?? ""}`);
          },
          [() => x(r(He))]
        ), ne("change", Ge, (nr) => {
          t().changes = t().changes.map((gr, Cr) => Cr === Gt ? { ...gr, on: nr.currentTarget.checked } : gr), R();
        }), ne("click", _r, () => {
          t().changes = t().changes.filter((nr, gr) => gr !== Gt), R();
        }), g(Ye, vr);
      });
      var he = c(ue, 2), Ae = E(he);
      {
        var De = (Ye) => {
          var He = Du(), Gt = Pe(He);
          ne("click", Gt, () => D?.abort()), g(Ye, He);
        }, pt = (Ye) => {
          var He = Hu();
          ne("click", He, R), g(Ye, He);
        };
        K(Ae, (Ye) => {
          r(m) ? Ye(De) : Ye(pt, -1);
        });
      }
      var Lt = c(Ae, 2);
      {
        var ct = (Ye) => {
          var He = tr(), Gt = Pe(He);
          {
            var vr = (Ge) => {
              var ze = zu();
              ne("click", ze, ae), g(Ge, ze);
            }, pr = (Ge) => {
              var ze = Bu();
              ne("click", ze, Q), g(Ge, ze);
            };
            K(Gt, (Ge) => {
              t().clean ? Ge(vr) : Ge(pr, -1);
            });
          }
          g(Ye, He);
        };
        K(Lt, (Ye) => {
          r(v) && Ye(ct);
        });
      }
      g(P, $);
    };
    K(ma, (P) => {
      t().changes.length && P(ri);
    });
  }
  var ni = c(ma, 2);
  {
    var ai = (P) => {
      const $ = /* @__PURE__ */ O(() => (Ge) => Ge.filter((ze) => !ze.ends).map((ze) => ze.token.text).join("") || "∅");
      var ue = Ku(), he = Pe(ue), Ae = E(he), De = c(E(Ae)), pt = Z(De, !0), Lt = c(Ae, 4), ct = c(E(Lt)), Ye = Z(ct, !0), He = c(Lt, 2), Gt = Z(He), vr = c(he, 2), pr = c(E(vr));
      Te(pr, 21, () => r(v).about.words, (Ge) => Ge.id, (Ge, ze) => {
        var _r = Wu(), nr = E(_r), gr = Z(nr, !0), Cr = c(nr);
        let Na;
        var gi = E(Cr), mi = Z(gi, !0), En = c(Cr);
        let Ta;
        var bi = E(En), yi = Z(bi, !0), wi = c(En), ki = Z(wi, !0);
        U(
          (xi, Si, Ei, Ai) => {
            z(gr, xi), Na = qe(Cr, "", Na, { "--share": `${100 * r(ze).before}%` }), z(mi, Si), Ta = qe(En, "", Ta, { "--share": `${100 * r(ze).after}%` }), z(yi, Ei), z(ki, Ai);
          },
          [
            () => ut(r(ze).text),
            () => Dt(r(ze).before),
            () => Dt(r(ze).after),
            () => Zt(r(ze).logit_after - r(ze).logit_before)
          ]
        ), g(Ge, _r);
      }), U(
        (Ge, ze, _r) => {
          z(pt, Ge), z(Ye, ze), z(Gt, `KL ${_r ?? ""} nats at the first token`);
        },
        [
          () => r($)(r(v).about.before),
          () => r($)(r(v).about.after),
          () => r(v).arrays.kl.data[0].toPrecision(3)
        ]
      ), g(P, ue);
    };
    K(ni, (P) => {
      r(v) && P(ai);
    });
  }
  var si = c(pe, 2), ba = E(si);
  {
    let P = /* @__PURE__ */ O(() => r(M)?.about.code ?? "");
    rr(ba, {
      title: "Sweeps",
      get code() {
        return r(P);
      },
      get exporter() {
        return r(re);
      },
      children: ($, ue) => {
        var he = Vu();
        g($, he);
      },
      $$slots: { default: !0 }
    });
  }
  var wn = c(ba, 2), ya = E(wn), kn = c(E(ya)), xn = E(kn);
  xn.value = xn.__value = "patching";
  var Sn = c(xn);
  Sn.value = Sn.__value = "gradients";
  var wa = c(Sn);
  wa.value = wa.__value = "knockout", gt(kn);
  var ka = c(ya, 2);
  {
    var ii = (P) => {
      var $ = Ju(), ue = c(E($));
      Te(ue, 21, () => Object.entries(p), Ce, (he, Ae) => {
        var De = /* @__PURE__ */ O(() => wr(r(Ae), 2));
        let pt = () => r(De)[0], Lt = () => r(De)[1];
        var ct = In(), Ye = Z(ct, !0), He = {};
        U(() => {
          z(Ye, Lt()), He !== (He = pt()) && (ct.value = (ct.__value = He) ?? "");
        }), g(he, ct);
      }), gt(ue), wt(ue, () => r(W), (he) => N(W, he)), g(P, $);
    };
    K(ka, (P) => {
      r(se) !== "knockout" && P(ii);
    });
  }
  var xa = c(ka, 2);
  {
    var oi = (P) => {
      var $ = Yu(), ue = c(E($)), he = E(ue);
      he.value = he.__value = "groups";
      var Ae = c(he);
      Ae.value = Ae.__value = "positions";
      var De = c(Ae);
      De.value = De.__value = "heads", gt(ue), wt(ue, () => r(te), (pt) => N(te, pt)), g(P, $);
    };
    K(xa, (P) => {
      r(se) === "patching" && P(oi);
    });
  }
  var Sa = c(xa, 2);
  {
    var li = (P) => {
      var $ = Gu(), ue = c(E($));
      U(() => oe(ue, "max", r(a).nLayers)), kt(ue, () => r(F), (he) => N(F, he)), g(P, $);
    };
    K(Sa, (P) => {
      r(se) === "knockout" && P(li);
    });
  }
  var ui = c(Sa, 2);
  {
    var ci = (P) => {
      var $ = Xu();
      ne("click", $, G), g(P, $);
    }, fi = (P) => {
      var $ = Zu();
      U(() => $.disabled = r(j) && !t().second), g(P, $);
    };
    K(ui, (P) => {
      r(ge) ? P(ci) : P(fi, -1);
    });
  }
  var Ea = c(wn, 2), di = Z(Ea, !0), Aa = c(Ea, 2);
  {
    var hi = (P) => {
      var $ = Ka(), ue = Z($, !0);
      U(() => z(ue, r(me))), g(P, $);
    };
    K(Aa, (P) => {
      r(me) && P(hi);
    });
  }
  var Ma = c(Aa, 2);
  {
    var vi = (P) => {
      var $ = Qu(), ue = E($), he = c(ue), Ae = c(he);
      U(() => {
        z(ue, `${r(ge) ? "running" : r(M) && r(M).about.done < r(M).about.of ? "stopped" : "done"} `), oe(he, "max", r(M)?.about.of ?? 1), Yn(he, r(M)?.about.done ?? 0), z(Ae, ` ${r(M) ? `${r(M).about.done} of ${r(M).about.of} layers` : ""}`);
      }), g(P, $);
    };
    K(Ma, (P) => {
      (r(ge) || r(M)) && P(vi);
    });
  }
  var pi = c(Ma, 2);
  {
    var _i = (P) => {
      Ys(P, {
        get session() {
          return t();
        },
        get study() {
          return r(a);
        },
        get sweep() {
          return r(M);
        },
        get name() {
          return r(se);
        },
        onexport: ($) => N(re, $)
      });
    };
    K(pi, (P) => {
      r(M) && P(_i);
    });
  }
  U(
    (P) => {
      Ee !== (Ee = `0-${r(a).nLayers - 1}`) && (we.value = we.__value = Ee), z(Je, `${r(s) === "block" ? "from" : "tokens"} `), z(di, P);
    },
    [
      () => r(j) && !t().second ? "Add a second image above: patches come from it." : `At most ${r(y).toLocaleString("en")} partial passes, ${Xn(r(y) * r(a).passSeconds)} and ${_l(r(L))}${t().selected.size && r(se) === "patching" ? `, with the ${t().selected.size} selected tokens` : ""}.`
    ]
  ), Fe("submit", q, (P) => {
    P.preventDefault(), T();
  }), wt(X, () => r(s), (P) => N(s, P)), kt(de, () => r(l), (P) => N(l, P)), wt(et, () => r(o), (P) => N(o, P)), Fe("submit", wn, (P) => {
    P.preventDefault(), V();
  }), wt(kn, () => r(se), (P) => N(se, P)), g(n, fe), Qe();
}
ht(["click", "change"]);
var tc = /* @__PURE__ */ S('<button type="button" tabindex="-1"> </button>'), rc = /* @__PURE__ */ S("<span> </span>"), nc = /* @__PURE__ */ S('<div><span class="name"><small> </small> <!></span> <!></div>'), ac = /* @__PURE__ */ S('<div class="lens" role="application" tabindex="0"><div class="lens-head lens-row"><span class="name">token</span><!></div> <div class="lens-body"></div></div>');
function sc(n, e) {
  Ze(e, !0);
  let t = Ue(e, "session", 7);
  const a = /* @__PURE__ */ O(() => e.painted.words.view), s = /* @__PURE__ */ O(() => e.view.arrays.ids.shape), i = /* @__PURE__ */ O(() => wr(r(s), 3)), o = /* @__PURE__ */ O(() => r(i)[0]), l = /* @__PURE__ */ O(() => r(i)[1]), u = /* @__PURE__ */ O(() => r(i)[2]), f = /* @__PURE__ */ O(() => Math.min(t().lensLayer ?? r(o) - 1, r(o) - 1)), h = /* @__PURE__ */ O(() => e.view.arrays.positions.data), v = 24;
  let m = /* @__PURE__ */ H(void 0), d = /* @__PURE__ */ H(0), _ = /* @__PURE__ */ H(400), w = !1, p = /* @__PURE__ */ H(/* @__PURE__ */ new Set());
  const A = /* @__PURE__ */ O(() => {
    if (e.mode === "word") return r(a) ? qt(r(a).arrays.probs, e.painted.word) : [];
    if (e.mode === "find") return e.painted.found?.sum ?? [];
    if (e.mode === "entropy" || e.mode === "kl") return e.view.arrays[e.mode].data;
    const j = new Float32Array(r(o) * r(l));
    for (let y = 0; y < j.length; y++) j[y] = e.view.arrays.probs.data[y * r(u)];
    return j;
  }), b = /* @__PURE__ */ O(() => {
    if (e.mode === "top") return 1;
    let j = e.mode === "word" || e.mode === "find" ? 0.05 : 1e-6;
    for (let y = 0; y < r(A).length; y++) r(A)[y] > j && (j = r(A)[y]);
    return j;
  }), T = /* @__PURE__ */ O(() => {
    const j = Array.from({ length: r(o) }, (L, V) => {
      let G = 0;
      for (let fe = 0; fe < r(l); fe++) G += (r(A)[V * r(l) + fe] || 0) / r(b);
      return G / r(l);
    }), y = Math.max(...j, 1e-9);
    return j.map((L) => L / y);
  }), I = /* @__PURE__ */ O(() => {
    const j = [], y = e.view.arrays.ids.data, L = (V, G) => {
      if ((e.study.tokens[r(h)[V]]?.image ?? -1) !== (e.study.tokens[r(h)[G]]?.image ?? -1)) return !1;
      for (let fe = 0; fe < r(o); fe++) if (y[(fe * r(l) + V) * r(u)] !== y[(fe * r(l) + G) * r(u)]) return !1;
      return !0;
    };
    for (let V = 0; V < r(l); V++) {
      const G = j.at(-1);
      G && L(G.row, V) ? G.count++ : j.push({ row: V, count: 1 });
    }
    return j;
  }), Y = /* @__PURE__ */ O(() => e.folded && e.mode === "top" ? r(I).flatMap((j) => r(p).has(j.row) ? Array.from({ length: j.count }, (y, L) => ({ row: j.row + L, count: 1 })) : [j]) : Array.from({ length: r(l) }, (j, y) => ({ row: y, count: 1 }))), B = /* @__PURE__ */ O(() => Math.max(0, Math.floor(r(d) / v) - 6)), x = /* @__PURE__ */ O(() => Math.min(r(Y).length, Math.ceil((r(d) + r(_)) / v) + 6)), R = (j) => j === null ? -1 : r(h)[j] === j ? j : Array.prototype.indexOf.call(r(h), j), J = (j) => {
    let y = 0, L = r(Y).length - 1;
    for (; y < L; ) {
      const V = y + L + 1 >> 1;
      r(Y)[V].row <= j ? y = V : L = V - 1;
    }
    return y;
  }, D = /* @__PURE__ */ O(() => J(R(t().shownPlace))), ee = /* @__PURE__ */ O(() => R(t().at) < 0 ? -1 : J(R(t().at))), Q = (j, y, L) => e.mode === "top" ? L >= t().least ? ut(e.view.about.strings[e.view.arrays.ids.data[(y * r(l) + j) * r(u)]]) : "" : e.mode === "word" || e.mode === "find" ? L >= Math.max(t().least, 5e-4) ? Dt(L) : "" : Nt(L), ae = (j, y) => Array.from(
    {
      length: Number.isNaN(e.view.arrays.probs.data[(y * r(l) + j) * r(u)]) ? 0 : r(u)
    },
    (L, V) => {
      const G = (y * r(l) + j) * r(u) + V;
      return `${ut(e.view.about.strings[e.view.arrays.ids.data[G]])} ${Dt(e.view.arrays.probs.data[G])}`;
    }
  ).join(", ");
  function se(j) {
    if (!r(m) || j < 0) return;
    const y = J(j) * v, L = r(_) - 50;
    (y < r(m).scrollTop || y + v > r(m).scrollTop + L) && (r(m).scrollTop = Math.max(0, y - L / 2));
  }
  ot(() => {
    const { place: j } = t();
    yt(() => se(R(j)));
  }), ot(() => {
    const { hoverPlace: j } = t();
    j !== null && !w && yt(() => se(R(j)));
  }), ot(() => {
    if (t().lensLayer === null) return;
    const j = r(m)?.querySelector(`.lens-head [data-layer="${r(f)}"]`), y = r(m)?.querySelector(".lens-head .name");
    if (!r(m) || !j || !y) return;
    const L = j.offsetLeft - y.offsetWidth, V = j.offsetLeft + j.offsetWidth - r(m).clientWidth;
    L < r(m).scrollLeft ? r(m).scrollLeft = L : V > r(m).scrollLeft && (r(m).scrollLeft = V);
  });
  function te(j) {
    const y = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-15, 0],
      PageDown: [15, 0]
    }[j.key], L = R(t().place);
    j.key === "Enter" && L >= 0 && W(J(L)), y && (j.preventDefault(), y[0] && (t().place = r(h)[r(Y)[L < 0 ? 0 : Math.max(0, Math.min(r(Y).length - 1, J(L) + y[0]))].row]), t().lensLayer = Math.max(0, Math.min(r(o) - 1, r(f) + y[1])));
  }
  function W(j) {
    const { row: y, count: L } = r(Y)[j];
    L > 1 && N(p, /* @__PURE__ */ new Set([...r(p), y]));
  }
  var F = ac();
  let M;
  var re = E(F), ce = c(E(re));
  Te(ce, 17, () => e.view.about.layers, Ce, (j, y, L) => {
    var V = tc();
    oe(V, "data-layer", L);
    let G, fe;
    var pe = Z(V, !0);
    U(
      (ye) => {
        oe(V, "title", `layer ${r(y) ?? ""}; the bar is the mean over all positions`), G = Mt(V, 1, "", null, G, { current: L === r(f) }), fe = qe(V, "", fe, { "--mean": ye }), z(pe, r(y));
      },
      [() => `${Math.round(100 * r(T)[L])}%`]
    ), ne("click", V, () => t().lensLayer = L), g(j, V);
  });
  var ge = c(re, 2);
  let me;
  Te(ge, 23, () => ({ length: Math.max(0, r(x) - r(B)) }), (j, y) => r(Y)[r(B) + y]?.row, (j, y, L) => {
    const V = /* @__PURE__ */ O(() => r(B) + r(L)), G = /* @__PURE__ */ O(() => {
      const { row: de, count: le } = r(Y)[r(V)];
      return { row: de, many: le };
    }), fe = /* @__PURE__ */ O(() => r(h)[r(G).row]);
    var pe = nc();
    let ye, Se;
    var k = E(pe), q = E(k), C = Z(q, !0), X = c(q, 2);
    {
      var ie = (de) => {
        var le = Kn();
        U(() => z(le, `▸ ${r(G).many ?? ""} alike`)), g(de, le);
      }, Me = (de) => {
        var le = Kn();
        U((ve) => z(le, ve), [() => ut(e.study.label(r(fe)))]), g(de, le);
      };
      K(X, (de) => {
        r(G).many > 1 ? de(ie) : de(Me, -1);
      });
    }
    var _e = c(k, 2);
    Te(_e, 17, () => ({ length: r(o) }), Ce, (de, le, ve, be) => {
      const we = /* @__PURE__ */ O(() => r(A)[ve * r(l) + r(G).row] ?? NaN);
      var Ee = rc();
      let Ve;
      oe(Ee, "data-layer", ve);
      let $e;
      var Ie = Z(Ee, !0);
      U(
        (Je, et, vt, Ht) => {
          Ve = Mt(Ee, 1, "cell", null, Ve, { here: ve === r(f) }), oe(Ee, "title", Je), $e = qe(Ee, "", $e, { background: et, color: vt }), z(Ie, Ht);
        },
        [
          () => ae(r(G).row, ve),
          () => e.mode === "top" ? `color-mix(in srgb, var(--bar) ${Math.round(100 * Math.sqrt(r(we) || 0))}%, transparent)` : Ut(r(we) / r(b), !1),
          () => e.mode === "top" ? null : Gn(r(we) / r(b), !1),
          () => Q(r(G).row, ve, r(we))
        ]
      ), Fe("mouseenter", Ee, () => t().hoverPlace = r(fe)), Fe("mouseleave", Ee, () => t().hoverPlace = null), ne("click", Ee, () => {
        t().takePlace(r(fe)), t().lensLayer = ve;
      }), g(de, Ee);
    }), U(
      (de, le) => {
        ye = Mt(pe, 1, "lens-row", null, ye, {
          current: t().shownPlace !== null && r(V) === r(D),
          focus: r(V) === r(ee)
        }), oe(pe, "data-row", r(G).row), oe(pe, "data-many", r(G).many), Se = qe(pe, "", Se, { top: `${r(V) * v}px` }), oe(k, "title", de), z(C, le);
      },
      [
        () => r(G).many > 1 ? `${r(G).many} tokens that say the same at every layer: click to unfold` : e.study.label(r(fe)),
        () => e.study.number(r(fe))
      ]
    ), ne("click", k, () => r(G).many > 1 ? W(r(V)) : t().takePlace(r(fe))), g(j, pe);
  }), en(F, (j) => N(m, j), () => r(m)), U(() => {
    oe(F, "aria-label", `Lens table: ${r(l) ?? ""} positions by ${r(o) ?? ""} layers. Arrow keys move, Enter unfolds.`), M = qe(F, "", M, { "--columns": r(o) }), me = qe(ge, "", me, { height: `${r(Y).length * v}px` });
  }), Fe("scroll", F, () => N(d, r(m).scrollTop, !0)), ne("keydown", F, te), Fe("pointerenter", F, () => w = !0), Fe("pointerleave", F, () => w = !1), pa(F, "clientHeight", (j) => N(_, j)), g(n, F), Qe();
}
ht(["keydown", "click"]);
var ic = /* @__PURE__ */ S('<button type="button" class="map"><canvas></canvas><small> </small></button>'), oc = /* @__PURE__ */ S('<div class="maps" role="group"></div>'), lc = /* @__PURE__ */ fa('<polyline fill="none" stroke-width="2"></polyline>'), uc = /* @__PURE__ */ S("<span><i></i> </span>"), cc = /* @__PURE__ */ S('<figure class="curve"><svg viewBox="0 0 320 84" role="img"><!><line x1="10" x2="310" y1="76" y2="76" stroke="currentColor" opacity=".3"></line></svg> <figcaption class="fine"><!> </figcaption></figure>'), fc = /* @__PURE__ */ S("<!> <!>", 1);
function dc(n, e) {
  Ze(e, !0);
  let t = Ue(e, "session", 7);
  const a = /* @__PURE__ */ O(() => e.words.arrays.positions.data), s = /* @__PURE__ */ O(() => e.study.images.find((p) => p.boxed)), i = /* @__PURE__ */ O(() => {
    const p = e.study.images.indexOf(r(s)), A = e.study.tokens.filter((I) => I.box && I.image === p && I.frame <= 0), b = A.some((I) => !I.global), T = new Map(Array.from(r(a), (I, Y) => [I, Y]));
    return A.filter((I) => !(I.global && b) && T.has(I.position)).map((I) => ({ box: I.box, row: T.get(I.position) }));
  }), o = /* @__PURE__ */ O(() => Array.from({ length: e.words.about.layers.length }, (p, A) => qt(e.words.arrays.probs, e.painted.word, A))), l = /* @__PURE__ */ O(() => r(o).reduce((p, A) => r(i).reduce((b, { row: T }) => Math.max(b, A[T] || 0), p), 0.05));
  function u(p, A) {
    const b = ({ values: T, high: I }) => {
      const [Y, B] = r(s).size, x = 96 / Math.max(Y, B), R = p.getContext("2d");
      Object.assign(p, {
        width: Math.round(Y * x),
        height: Math.round(B * x)
      });
      for (const { row: J, box: D } of r(i))
        R.fillStyle = Ut(T[J] / I, !1), R.fillRect(D[0] * x, D[1] * x, (D[2] - D[0]) * x + 0.5, (D[3] - D[1]) * x + 0.5);
    };
    return b(A), { update: b };
  }
  const f = /* @__PURE__ */ O(() => t().shownPlace ?? t().at), h = /* @__PURE__ */ O(() => {
    const p = Array.prototype.indexOf.call(r(a), r(f)), [A, b, T] = e.words.arrays.probs.shape;
    return p < 0 ? [] : Array.from({ length: A }, (I, Y) => ({
      word: e.words.about.words[Y],
      values: Array.from({ length: b }, (B, x) => e.words.arrays.probs.data[(Y * b + x) * T + p])
    }));
  });
  var v = fc(), m = Pe(v);
  {
    var d = (p) => {
      var A = oc();
      Te(A, 21, () => e.words.about.layers, Ce, (b, T, I) => {
        var Y = ic(), B = E(Y);
        Qo(B, (J, D) => u?.(J, D), () => ({ values: r(o)[I], high: r(l) }));
        var x = c(B), R = Z(x, !0);
        U(() => {
          oe(Y, "aria-pressed", e.layer === I && t().paint === "word"), z(R, r(T));
        }), ne("click", Y, () => {
          t().lensLayer = I, t().paint = "word";
        }), g(b, Y);
      }), U(() => oe(A, "aria-label", `“${e.words.about.words[e.painted.word] ?? ""}” over the image, layer by layer`)), g(p, A);
    };
    K(m, (p) => {
      r(s) && r(i).length && p(d);
    });
  }
  var _ = c(m, 2);
  {
    var w = (p) => {
      var A = cc(), b = E(A), T = E(b);
      Te(T, 17, () => r(h), Ce, (x, R, J) => {
        let D = () => r(R).values;
        var ee = lc();
        U(
          (Q) => {
            oe(ee, "stroke", ur[J % ur.length]), oe(ee, "points", Q);
          },
          [
            () => D().flatMap((Q, ae) => Number.isNaN(Q) ? [] : [
              `${10 + 300 * ae / Math.max(1, D().length - 1)},${76 - 68 * Q}`
            ]).join(" ")
          ]
        ), g(x, ee);
      });
      var I = c(b, 2), Y = E(I);
      Te(Y, 17, () => r(h), Ce, (x, R, J) => {
        let D = () => r(R).word, ee = () => r(R).values;
        var Q = uc(), ae = E(Q);
        let se;
        var te = c(ae);
        U(
          (W) => {
            se = qe(ae, "", se, { background: ur[J % ur.length] }), z(te, `${D() ?? ""} ${W ?? ""}`);
          },
          [() => Dt(ee().at(-1) ?? 0)]
        ), g(x, Q);
      });
      var B = c(Y);
      U(
        (x, R) => {
          oe(b, "aria-label", `Probability over layers at ${x ?? ""}`), z(B, ` over layers, at ${R ?? ""}`);
        },
        [
          () => e.study.label(r(f)),
          () => e.study.label(r(f))
        ]
      ), g(p, A);
    };
    K(_, (p) => {
      r(h).length && p(w);
    });
  }
  g(n, v), Qe();
}
ht(["click"]);
var hc = /* @__PURE__ */ S('<span class="fine">what each token says, if the model stopped at that layer</span>'), Va = /* @__PURE__ */ S('<p class="error" role="alert"> </p>'), vc = /* @__PURE__ */ S('<p> <button type="button" class="primary">read it</button></p>'), pc = /* @__PURE__ */ S('<button type="button" title="its probability at every layer and token, however small">follow</button>'), Ja = /* @__PURE__ */ S('<button type="button"> </button>'), _c = /* @__PURE__ */ S('<p class="fine hits" role="status"> </p>'), gc = /* @__PURE__ */ S("<option> </option>"), mc = /* @__PURE__ */ S('<label title="what image tokens would say if the vision encoder stopped at a block"><input type="checkbox"/> vision blocks</label>'), bc = /* @__PURE__ */ S('<p class="fine"> </p>'), yc = /* @__PURE__ */ S('<div class="row"><form class="row" role="search"><input type="search" aria-label="Find a token" placeholder="find a token" size="12" autocomplete="off" spellcheck="false"/> <button type="button" aria-label="Previous hit">↑</button><button type="button" aria-label="Next hit">↓</button> <!></form> <div class="chips" role="group" aria-label="What the table shows"><button type="button">most probable</button> <!> <!></div></div> <!> <!> <div class="row"><label class="grow">layer <output> </output><input type="range" min="0"/></label> <button type="button"> </button> <label>hide below <select></select></label> <label><input type="checkbox"/> fold equal rows</label> <!></div> <!> <!> <!>', 1), wc = /* @__PURE__ */ S('<section class="card" aria-label="Lens"><!> <!> <!> <!></section>');
function kc(n, e) {
  Ze(e, !0);
  let t = Ue(e, "session", 7);
  const a = /* @__PURE__ */ O(() => e.painted.lens.view), s = /* @__PURE__ */ O(() => e.painted.words.view), i = /* @__PURE__ */ O(() => r(a)?.arrays.ids.shape ?? [0, 0, 0]), o = /* @__PURE__ */ O(() => wr(r(i), 3)), l = /* @__PURE__ */ O(() => r(o)[0]), u = /* @__PURE__ */ O(() => r(o)[1]), f = /* @__PURE__ */ O(() => r(o)[2]), h = /* @__PURE__ */ O(() => Math.min(t().lensLayer ?? r(l) - 1, Math.max(0, r(l) - 1)));
  let v = /* @__PURE__ */ H("top"), m = /* @__PURE__ */ H(!0), d = /* @__PURE__ */ H(-1), _ = /* @__PURE__ */ H(null);
  const w = /* @__PURE__ */ O(() => t().words.length ? t().words : t().target ? [t().target.text.trim() || "word"] : []), p = /* @__PURE__ */ O(() => ["entropy", "kl"].filter((F) => r(a)?.arrays[F])), A = /* @__PURE__ */ O(() => e.painted.found), b = /* @__PURE__ */ O(() => t().source.kind !== "page");
  function T(F, M = e.painted.word) {
    N(v, F, !0), t().word = M, (F === "top" || F === "word" || F === "find") && (t().paint = F);
  }
  function I(F) {
    t().find = F, N(d, -1), T(F.trim() ? "find" : "top");
  }
  function Y(F) {
    !r(A)?.hits.length || !r(a) || (N(
      d,
      r(d) < 0 && F < 0 ? r(A).hits.length - 1 : (r(d) + F + r(A).hits.length) % r(A).hits.length,
      !0
    ), t().takePlace(r(a).arrays.positions.data[r(A).hits[r(d)] % r(u)]), t().lensLayer = Math.floor(r(A).hits[r(d)] / r(u)));
  }
  function B() {
    const F = t().find.trim();
    F && (t().words = [...t().words.filter((M) => M !== F), F].slice(-8), t().find = "", T("word", t().words.length - 1));
  }
  function x() {
    const F = () => {
      clearInterval(r(_)), N(_, null);
    };
    if (r(_) !== null) return F();
    t().lensLayer = 0, N(_, setInterval(() => r(h) >= r(l) - 1 ? F() : t().lensLayer = r(h) + 1, 600), !0);
  }
  ot(() => () => clearInterval(r(_) ?? void 0));
  const R = /* @__PURE__ */ O(() => r(a) ? {
    name: "lens",
    csv: () => [
      [
        "layer",
        "position",
        "place",
        "token",
        "probability",
        ...r(p)
      ],
      ...Array.from({ length: r(l) * r(u) }, (F, M) => {
        const re = r(a).arrays.positions.data[M % r(u)];
        return [
          r(a).about.layers[Math.floor(M / r(u))],
          e.study.number(re),
          e.study.label(re),
          r(a).about.strings[r(a).arrays.ids.data[M * r(f)]],
          r(a).arrays.probs.data[M * r(f)],
          ...r(p).map((ce) => r(a).arrays[ce].data[M])
        ];
      })
    ]
  } : null);
  var J = wc(), D = E(J);
  {
    let F = /* @__PURE__ */ O(() => r(v) === "word" && r(s) ? r(s).about.code : r(a)?.about.code ?? "");
    rr(D, {
      title: "Logit lens",
      get code() {
        return r(F);
      },
      get exporter() {
        return r(R);
      },
      children: (M, re) => {
        var ce = hc();
        g(M, ce);
      },
      $$slots: { default: !0 }
    });
  }
  var ee = c(D, 2);
  {
    var Q = (F) => {
      var M = Va(), re = Z(M, !0);
      U(() => z(re, e.painted.lens.error)), g(F, M);
    };
    K(ee, (F) => {
      e.painted.lens.error && F(Q);
    });
  }
  var ae = c(ee, 2);
  {
    var se = (F) => {
      var M = vc(), re = E(M), ce = c(re);
      U((ge, me) => z(re, `The lens of ${ge ?? ""} tokens at ${e.study.nLayers + 1} layers takes about ${me ?? ""}. `), [
        () => e.study.tokens.length.toLocaleString("en"),
        () => Xn(e.painted.lensWaits)
      ]), ne("click", ce, () => t().wantsLens = !0), g(F, M);
    };
    K(ae, (F) => {
      e.painted.lensWaits && F(se);
    });
  }
  var te = c(ae, 2);
  {
    var W = (F) => {
      var M = yc(), re = Pe(M), ce = E(re), ge = E(ce), me = c(ge, 2), j = c(me), y = c(j, 2);
      {
        var L = (ke) => {
          var Oe = pc();
          U((Re) => Oe.disabled = Re, [() => !t().find.trim()]), ne("click", Oe, B), g(ke, Oe);
        };
        K(y, (ke) => {
          r(b) && ke(L);
        });
      }
      var V = c(ce, 2), G = E(V), fe = c(G, 2);
      Te(fe, 17, () => r(w), Ce, (ke, Oe, Re) => {
        var nt = Ja(), Pt = Z(nt, !0);
        U(() => {
          oe(nt, "aria-pressed", r(v) === "word" && e.painted.word === Re), z(Pt, r(Oe));
        }), ne("click", nt, () => T("word", Re)), g(ke, nt);
      });
      var pe = c(fe, 2);
      Te(pe, 17, () => r(p), Ce, (ke, Oe) => {
        var Re = Ja(), nt = Z(Re, !0);
        U(() => {
          oe(Re, "aria-pressed", r(v) === r(Oe)), z(nt, r(Oe) === "kl" ? "KL to output" : r(Oe));
        }), ne("click", Re, () => T(r(Oe))), g(ke, Re);
      });
      var ye = c(re, 2);
      {
        var Se = (ke) => {
          var Oe = _c(), Re = Z(Oe);
          U((nt, Pt) => z(Re, `Tokens that ${r(A).whole ? "are" : "contain"} “${nt ?? ""}”: ${Pt ?? ""}`), [
            () => t().find.trim(),
            () => r(A).hits.length ? `${r(A).hits.length.toLocaleString("en")} hits in ${r(A).layers} of ${r(l)} layers, among the top ${r(f)}. ↓ goes to the most probable.` : `none among the top ${r(f)}, at any layer and position.`
          ]), g(ke, Oe);
        };
        K(ye, (ke) => {
          r(A) && ke(Se);
        });
      }
      var k = c(ye, 2);
      {
        var q = (ke) => {
          var Oe = Va(), Re = Z(Oe, !0);
          U(() => z(Re, e.painted.words.error)), g(ke, Oe);
        };
        K(k, (ke) => {
          e.painted.words.error && ke(q);
        });
      }
      var C = c(k, 2), X = E(C), ie = c(E(X)), Me = Z(ie, !0), _e = c(ie), de = c(X, 2), le = Z(de, !0), ve = c(de, 2), be = c(E(ve));
      Te(be, 20, () => [0, 0.01, 0.05, 0.2, 0.5], Ce, (ke, Oe) => {
        var Re = gc(), nt = Z(Re), Pt = {};
        U(() => {
          z(nt, `${100 * Oe}%`), Pt !== (Pt = Oe) && (Re.value = (Re.__value = Pt) ?? "");
        }), g(ke, Re);
      }), gt(be);
      var we = c(ve, 2), Ee = E(we), Ve = c(we, 2);
      {
        var $e = (ke) => {
          var Oe = mc(), Re = E(Oe);
          U(() => zs(Re, t().vision)), ne("change", Re, (nt) => {
            t().vision = nt.currentTarget.checked, t().lensLayer !== null && (t().lensLayer = Math.max(0, t().lensLayer + (t().vision ? e.study.costs.n_vision : -e.study.costs.n_vision)));
          }), g(ke, Oe);
        };
        K(Ve, (ke) => {
          e.study.costs.n_vision && ke($e);
        });
      }
      var Ie = c(C, 2);
      {
        var Je = (ke) => {
          dc(ke, {
            get session() {
              return t();
            },
            get study() {
              return e.study;
            },
            get painted() {
              return e.painted;
            },
            get words() {
              return r(s);
            },
            get layer() {
              return r(h);
            }
          });
        };
        K(Ie, (ke) => {
          r(s) && ke(Je);
        });
      }
      var et = c(Ie, 2);
      sc(et, {
        get session() {
          return t();
        },
        get study() {
          return e.study;
        },
        get painted() {
          return e.painted;
        },
        get view() {
          return r(a);
        },
        get mode() {
          return r(v);
        },
        get folded() {
          return r(m);
        }
      });
      var vt = c(et, 2);
      {
        var Ht = (ke) => {
          var Oe = bc(), Re = Z(Oe, !0);
          U(() => z(Re, t().note)), g(ke, Oe);
        };
        K(vt, (ke) => {
          t().note && ke(Ht);
        });
      }
      U(() => {
        Yn(ge, t().find), me.disabled = !r(A)?.hits.length, j.disabled = !r(A)?.hits.length, oe(G, "aria-pressed", r(v) === "top"), z(Me, r(a).about.layers[r(h)]), oe(_e, "max", r(l) - 1), Yn(_e, r(h)), oe(_e, "aria-valuetext", r(a).about.layers[r(h)]), oe(de, "aria-pressed", r(_) !== null), z(le, r(_) === null ? "play" : "stop");
      }), Fe("submit", ce, (ke) => {
        ke.preventDefault(), Y(1);
      }), ne("input", ge, (ke) => I(ke.currentTarget.value)), ne("click", me, () => Y(-1)), ne("click", j, () => Y(1)), ne("click", G, () => T("top")), ne("input", _e, (ke) => {
        t().lensLayer = Number(ke.currentTarget.value), t().paint !== "word" && t().paint !== "find" && (t().paint = "top");
      }), ne("click", de, x), wt(be, () => t().least, (ke) => t().least = ke), ll(Ee, () => r(m), (ke) => N(m, ke)), g(F, M);
    };
    K(te, (F) => {
      r(a) && F(W);
    });
  }
  g(n, J), Qe();
}
ht(["click", "input", "change"]);
var xc = /* @__PURE__ */ S('<th scope="col">and then</th>'), Sc = /* @__PURE__ */ S("<td><span> </span> <small> </small></td>"), Ec = /* @__PURE__ */ S('<tr><th scope="row"> </th><!></tr>'), Ac = /* @__PURE__ */ S('<p class="fine facts"> </p>'), Mc = /* @__PURE__ */ S('<h3> <small> </small></h3> <div class="reading"><table><caption class="hidden"> </caption><thead><tr><th scope="col">layer</th><th scope="col">says</th><!></tr></thead><tbody></tbody></table></div> <!>', 1);
function Nc(n, e) {
  Ze(e, !0);
  const t = /* @__PURE__ */ O(() => e.painted.lens.view), a = /* @__PURE__ */ O(() => e.painted.words.view), s = /* @__PURE__ */ O(() => e.session.shownPlace ?? e.session.at), i = /* @__PURE__ */ O(() => r(t) ? Array.prototype.indexOf.call(r(t).arrays.positions.data, r(s)) : -1), o = /* @__PURE__ */ O(() => r(t) ? Math.min(e.session.lensLayer ?? 1 / 0, r(t).about.layers.length - 1) : 0), l = /* @__PURE__ */ O(() => {
    if (!r(t) || r(i) < 0) return [];
    const { ids: m, probs: d } = r(t).arrays, [_, w, p] = m.shape;
    return Array.from({ length: _ }, (A, b) => ({
      nth: b,
      layer: r(t).about.layers[b],
      top: Array.from({ length: Math.min(3, p) }, (T, I) => {
        const Y = (b * w + r(i)) * p + I;
        return {
          text: r(t).about.strings[m.data[Y]],
          p: d.data[Y],
          id: r(t).arrays.tokens.data[m.data[Y]]
        };
      })
    })).filter(({ top: A }) => !Number.isNaN(A[0].p)).reverse();
  }), u = /* @__PURE__ */ O(() => {
    if (!r(t) || r(i) < 0) return "";
    const m = r(t).arrays.ids.shape[1], d = r(o) * m + r(i), _ = [];
    r(t).arrays.entropy && _.push(`entropy ${Nt(r(t).arrays.entropy.data[d])} nats`), r(t).arrays.kl && _.push(`KL to output ${Nt(r(t).arrays.kl.data[d])} nats`);
    const w = r(a) ? r(a).arrays.probs.shape[1] * m : 0;
    return r(a) && r(a).arrays.probs.shape[2] === m && r(a).about.words.forEach((p, A) => {
      const b = r(a).arrays.ranks?.data[A * w + d];
      _.push(`“${p}” ${Dt(r(a).arrays.probs.data[A * w + d])}${b ? `, rank ${b > 127 && r(a).about.coded ? "about " : ""}${b.toLocaleString("en")}` : ""}`);
    }), _.length ? `Layer ${r(t).about.layers[r(o)]}: ${_.join("; ")}.` : "";
  });
  var f = tr(), h = Pe(f);
  {
    var v = (m) => {
      var d = Mc(), _ = Pe(d), w = E(_), p = c(w), A = Z(p), b = c(_, 2), T = E(b), I = E(T), Y = Z(I), B = c(I), x = E(B), R = c(E(x), 2);
      {
        var J = (ae) => {
          var se = xc();
          U(() => oe(se, "colspan", r(l)[0].top.length - 1)), g(ae, se);
        };
        K(R, (ae) => {
          r(l)[0].top.length > 1 && ae(J);
        });
      }
      var D = c(B);
      Te(D, 21, () => r(l), ({ nth: ae, layer: se, top: te }) => ae, (ae, se) => {
        let te = () => r(se).nth, W = () => r(se).layer, F = () => r(se).top;
        var M = Ec();
        let re;
        var ce = E(M), ge = Z(ce, !0), me = c(ce);
        Te(me, 17, F, Ce, (j, y) => {
          let L = () => r(y).text, V = () => r(y).p, G = () => r(y).id;
          var fe = Sc();
          let pe, ye;
          var Se = E(fe), k = Z(Se, !0), q = c(Se, 2), C = Z(q, !0);
          U(
            (X, ie) => {
              pe = Mt(fe, 1, "", null, pe, { target: e.session.target?.id === G() }), ye = qe(fe, "", ye, { "--share": `${100 * V()}%` }), z(k, X), z(C, ie);
            },
            [() => ut(L()), () => Dt(V())]
          ), g(j, fe);
        }), U(() => {
          re = Mt(M, 1, "", null, re, { here: te() === r(o) }), z(ge, W());
        }), g(ae, M);
      });
      var ee = c(b, 2);
      {
        var Q = (ae) => {
          var se = Ac(), te = Z(se, !0);
          U(() => z(te, r(u))), g(ae, se);
        };
        K(ee, (ae) => {
          r(u) && ae(Q);
        });
      }
      U(
        (ae, se, te) => {
          z(w, `${e.session.shownPlace === null ? "The focus says" : "This token says"} `), z(A, `${ae ?? ""}, position ${se ?? ""}, by layer`), oe(b, "data-reading", r(s)), z(Y, `Most probable tokens at position ${te ?? ""}, layer by layer`);
        },
        [
          () => ut(e.study.label(r(s))),
          () => e.study.number(r(s)),
          () => e.study.number(r(s))
        ]
      ), g(m, d);
    };
    K(h, (m) => {
      r(l).length && m(v);
    });
  }
  g(n, f), Qe();
}
var Ya = /* @__PURE__ */ S('<button type="button"> </button>'), Tc = /* @__PURE__ */ S('<div class="chips" role="group" aria-label="Which image"></div>'), Pc = /* @__PURE__ */ S('<div class="chips" role="group" aria-label="Which view"><button type="button">tiles</button> <button type="button">global view</button></div>'), Lc = /* @__PURE__ */ S('<label class="grow"> <input type="range" min="0"/></label>'), Oc = /* @__PURE__ */ S('<div class="row"><!> <!> <!></div>'), Rc = /* @__PURE__ */ S('<img alt=""/>'), Cc = /* @__PURE__ */ S('<div><div class="stage"><!> <div class="over" role="application" tabindex="0"><canvas></canvas></div></div></div> <div class="row tools"><div class="chips" role="group" aria-label="Tool"></div> <label class="zoom">zoom <input type="range" min="1" max="6" step="0.5" aria-label="Zoom"/></label></div>', 1), Ic = /* @__PURE__ */ S('<p class="fine">Tokens of this image stand for no place in it, so there is no map; the strip below shows them in their order.</p>'), Fc = /* @__PURE__ */ S('<p class="legend"><span> </span><span class="ramp"></span><span> </span><span class="label"> </span></p>'), jc = /* @__PURE__ */ S('<p class="fine"> <button type="button" class="link">clear</button></p>'), Uc = /* @__PURE__ */ S('<div class="stage-box"><!> <!> <!> <p class="fine readout" role="status"> </p> <!></div>');
function Gs(n, e) {
  Ze(e, !0);
  let t = Ue(e, "session", 7), a = Ue(e, "name", 3, "Image"), s = Ue(e, "tall", 3, "58vh"), i = /* @__PURE__ */ H(0), o = /* @__PURE__ */ H(0), l = /* @__PURE__ */ H(!1), u = /* @__PURE__ */ H(1), f = /* @__PURE__ */ H("point"), h = /* @__PURE__ */ H(void 0), v = /* @__PURE__ */ H(0), m = /* @__PURE__ */ H(0), d = /* @__PURE__ */ H([]);
  const _ = /* @__PURE__ */ O(() => e.study.images[Math.min(r(i), e.study.images.length - 1)]), w = /* @__PURE__ */ O(() => r(_)?.size ?? [1, 1]), p = /* @__PURE__ */ O(() => e.study.tokens.filter((k) => k.kind === "image" && k.image === Math.min(r(i), e.study.images.length - 1))), A = /* @__PURE__ */ O(() => [...new Set(r(p).map((k) => k.frame))].filter((k) => k >= 0)), b = /* @__PURE__ */ O(() => [...new Set(r(p).map((k) => k.global))]), T = /* @__PURE__ */ O(() => r(p).filter((k) => k.box && (r(A).length ? k.frame === r(A)[Math.min(r(o), r(A).length - 1)] : r(b).length < 2 || k.global === r(l)))), I = /* @__PURE__ */ O(() => r(_) ? r(_).frames[Math.min(
    r(A).length ? Math.floor(Math.min(r(o), r(A).length - 1) / r(A).length * r(_).frames.length) : 0,
    r(_).frames.length - 1
  )] : null), Y = /* @__PURE__ */ O(() => r(_) && r(I) ? r(_).frames.indexOf(r(I)) : 0), B = /* @__PURE__ */ O(() => new Map(r(T).map((k) => [k.position, k]))), x = /* @__PURE__ */ O(() => r(v) ? r(v) / r(w)[0] : 0);
  ot(() => {
    const k = t().place === null ? null : e.study.tokens[t().place];
    k?.kind === "image" && (N(i, k.image, !0), k.frame >= 0 && N(
      o,
      [
        ...new Set(e.study.tokens.filter((q) => q.image === k.image && q.frame >= 0).map((q) => q.frame))
      ].indexOf(k.frame),
      !0
    ), N(l, k.global, !0));
  });
  function R() {
    if (!r(h) || !r(x)) return;
    const k = devicePixelRatio || 1, q = r(v) * r(w)[1] / r(w)[0];
    (r(h).width !== Math.round(r(v) * k) || r(h).height !== Math.round(q * k)) && (r(h).width = Math.round(r(v) * k), r(h).height = Math.round(q * k));
    const C = r(h).getContext("2d");
    C.setTransform(k * r(x), 0, 0, k * r(x), 0, 0), C.clearRect(0, 0, r(w)[0], r(w)[1]);
    const X = 1 / r(x);
    if (e.painting) {
      const { values: ie, texts: Me, signed: _e, high: de } = e.painting, [le, ve] = Me ? [0.5, 0] : _e ? [0.12, 0.72] : [0.42, 0.4];
      for (const { position: be, box: we } of r(T)) {
        const Ee = ie[be] ?? NaN;
        Number.isNaN(Ee) || (C.globalAlpha = le + ve * Math.min(1, Math.abs(Ee) / de), C.fillStyle = Ut(Ee / de, _e), C.fillRect(we[0], we[1], we[2] - we[0], we[3] - we[1]));
      }
      C.globalAlpha = 1, e.painting.texts && r(T).length <= 900 && D(C);
    } else if (r(T).length <= 4e3) {
      C.strokeStyle = "rgba(255,255,255,.28)", C.lineWidth = X;
      for (const { box: ie } of r(T)) C.strokeRect(ie[0], ie[1], ie[2] - ie[0], ie[3] - ie[1]);
    }
    for (const ie of t().selected) J(C, ie, "#14e0c0", 2);
    t().place !== null && J(C, t().place, "#fff", 3), t().hoverPlace !== null && J(C, t().hoverPlace, "#ffe14d", 2), r(d).length > 1 && (C.strokeStyle = "#14e0c0", C.lineWidth = 2 * X, C.beginPath(), r(f) === "box" ? C.rect(r(d)[0][0], r(d)[0][1], r(d).at(-1)[0] - r(d)[0][0], r(d).at(-1)[1] - r(d)[0][1]) : r(d).forEach(([ie, Me], _e) => _e ? C.lineTo(ie, Me) : C.moveTo(ie, Me)), C.stroke());
  }
  function J(k, q, C, X) {
    const ie = r(B).get(q)?.box;
    if (ie)
      for (const [Me, _e] of [["#000", 2], [C, 0]])
        k.strokeStyle = Me, k.lineWidth = (X + _e) / r(x), k.strokeRect(ie[0], ie[1], ie[2] - ie[0], ie[3] - ie[1]);
  }
  function D(k) {
    k.textAlign = "center", k.textBaseline = "middle", k.fillStyle = "#fff", k.strokeStyle = "#000";
    for (const { position: q, box: C } of r(T)) {
      if (!e.painting.texts[q]) continue;
      const X = ut(e.painting.texts[q]).slice(0, 12), ie = C[2] - C[0], Me = C[3] - C[1], _e = Math.min(Me * 0.34, ie * 1.5 / Math.max(2, X.length));
      k.font = `600 ${_e}px system-ui, sans-serif`, k.lineWidth = _e / 6, k.strokeText(X, (C[0] + C[2]) / 2, (C[1] + C[3]) / 2, ie), k.fillText(X, (C[0] + C[2]) / 2, (C[1] + C[3]) / 2, ie);
    }
  }
  ot(R);
  function ee(k) {
    const q = r(h).getBoundingClientRect();
    return [
      (k.clientX - q.left) / q.width * r(w)[0],
      (k.clientY - q.top) / q.height * r(w)[1]
    ];
  }
  const Q = ([k, q]) => r(T).find(({ box: C }) => k >= C[0] && k < C[2] && q >= C[1] && q < C[3]);
  function ae(k) {
    const q = ee(k);
    if (r(d).length) {
      N(d, [...r(d), q]);
      return;
    }
    const C = Q(q);
    t().hoverPlace = C?.position ?? null;
  }
  function se(k) {
    r(f) === "point" || k.button || (r(h).setPointerCapture(k.pointerId), N(d, [ee(k)]));
  }
  function te(k) {
    const q = ee(k);
    if (r(f) === "point") {
      const X = Q(q);
      X && (k.shiftKey || k.ctrlKey || k.metaKey) ? t().toggle([X.position], "flip") : X && t().takePlace(t().place === X.position ? null : X.position);
      return;
    }
    if (!r(d).length) return;
    const C = r(T).filter(({ box: X }) => W((X[0] + X[2]) / 2, (X[1] + X[3]) / 2, X)).map((X) => X.position);
    t().toggle(C, k.shiftKey ? "add" : "set"), N(d, []);
  }
  function W(k, q, C) {
    const [X, ie] = [r(d)[0], r(d).at(-1)];
    if (r(f) === "box") {
      const [_e, de] = [Math.min(X[0], ie[0]), Math.max(X[0], ie[0])], [le, ve] = [Math.min(X[1], ie[1]), Math.max(X[1], ie[1])];
      return C[2] > _e && C[0] < de && C[3] > le && C[1] < ve;
    }
    if (r(f) === "brush") return r(d).some(([_e, de]) => _e >= C[0] && _e < C[2] && de >= C[1] && de < C[3]);
    let Me = !1;
    for (let _e = 0, de = r(d).length - 1; _e < r(d).length; de = _e++) {
      const [le, ve] = r(d)[_e], [be, we] = r(d)[de];
      ve > q != we > q && k < (be - le) * (q - ve) / (we - ve) + le && (Me = !Me);
    }
    return Me;
  }
  function F(k) {
    const q = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1]
    }[k.key], C = t().shownPlace === null ? null : r(B).get(t().shownPlace);
    if (q) {
      k.preventDefault();
      const X = C ? M(C, q) : r(T)[0];
      X && (t().hoverPlace = X.position);
    } else (k.key === "Enter" || k.key === " ") && t().shownPlace !== null ? (k.preventDefault(), k.shiftKey ? t().toggle([t().shownPlace], "flip") : t().takePlace(t().shownPlace)) : (k.key === "r" || k.key === "c") && C && t().toggle(r(T).filter((X) => k.key === "r" ? X.row === C.row : X.column === C.column).map((X) => X.position), "add");
  }
  function M(k, [q, C]) {
    const X = (le) => [
      (le.box[0] + le.box[2]) / 2,
      (le.box[1] + le.box[3]) / 2
    ], [ie, Me] = X(k);
    let _e, de = 1 / 0;
    for (const le of r(T)) {
      const [ve, be] = X(le), we = (ve - ie) * q + (be - Me) * C, Ee = Math.abs((ve - ie) * C) + Math.abs((be - Me) * q);
      we > 0.01 && we + 3 * Ee < de && ([_e, de] = [le, we + 3 * Ee]);
    }
    return _e;
  }
  const re = /* @__PURE__ */ O(() => {
    const k = t().shownPlace, q = k === null ? null : e.study.tokens[k];
    if (!q) return "Point at a token, click to keep it, Esc lets go.";
    const C = e.painting?.values[k], X = q.box ? `, pixels ${q.box.map((ie) => Math.round(ie)).join(", ")}` : "";
    return `Token ${e.study.number(k)}: ${JSON.stringify(e.study.label(k))}${X}${C === void 0 || Number.isNaN(C) ? "" : ` · ${Nt(C)}`}`;
  });
  ot(() => {
    e.onexport?.({
      name: "image",
      svg: () => Ks(
        r(w)[0],
        r(w)[1],
        r(T).map((k) => ({
          box: k.box,
          fill: e.painting ? Ut((e.painting.values[k.position] ?? NaN) / e.painting.high, e.painting.signed) : "none",
          text: e.painting?.texts?.[k.position] ?? ""
        })),
        e.painting?.label ?? ""
      ),
      csv: () => [
        ["position", "row", "column", "x1", "y1", "x2", "y2", "value"],
        ...r(T).map((k) => [
          k.position,
          k.row,
          k.column,
          ...k.box,
          e.painting?.values[k.position] ?? ""
        ])
      ]
    });
  });
  var ce = Uc(), ge = E(ce);
  {
    var me = (k) => {
      var q = Oc(), C = E(q);
      {
        var X = (le) => {
          var ve = Tc();
          Te(ve, 21, () => e.study.images, Ce, (be, we, Ee) => {
            var Ve = Ya(), $e = Z(Ve);
            U(() => {
              oe(Ve, "aria-pressed", r(i) === Ee), z($e, `${r(we).kind === "video" ? "video" : "image"} ${Ee + 1}`);
            }), ne("click", Ve, () => N(i, Ee, !0)), g(be, Ve);
          }), g(le, ve);
        };
        K(C, (le) => {
          e.study.images.length > 1 && le(X);
        });
      }
      var ie = c(C, 2);
      {
        var Me = (le) => {
          var ve = Pc(), be = E(ve), we = c(be, 2);
          U(() => {
            oe(be, "aria-pressed", !r(l)), oe(we, "aria-pressed", r(l));
          }), ne("click", be, () => N(l, !1)), ne("click", we, () => N(l, !0)), g(le, ve);
        };
        K(ie, (le) => {
          r(b).length > 1 && le(Me);
        });
      }
      var _e = c(ie, 2);
      {
        var de = (le) => {
          var ve = Lc(), be = E(ve), we = c(be);
          U(
            (Ee) => {
              z(be, `frame ${Ee ?? ""} of ${r(A).length ?? ""} `), oe(we, "max", r(A).length - 1);
            },
            [() => Math.min(r(o), r(A).length - 1) + 1]
          ), kt(we, () => r(o), (Ee) => N(o, Ee)), g(le, ve);
        };
        K(_e, (le) => {
          r(A).length && le(de);
        });
      }
      g(k, q);
    };
    K(ge, (k) => {
      (e.study.images.length > 1 || r(A).length || r(b).length > 1) && k(me);
    });
  }
  var j = c(ge, 2);
  {
    var y = (k) => {
      var q = Cc(), C = Pe(q);
      let X;
      var ie = E(C);
      let Me;
      var _e = E(ie);
      {
        var de = (Ie) => {
          var Je = Rc();
          let et, vt;
          U(
            (Ht) => {
              oe(Je, "src", Ht), et = Mt(Je, 1, "", null, et, { dim: e.painting }), vt = qe(Je, "", vt, {
                left: `${100 * r(I).area[0] / r(w)[0]}%`,
                top: `${100 * r(I).area[1] / r(w)[1]}%`,
                width: `${100 * (r(I).area[2] - r(I).area[0]) / r(w)[0]}%`,
                height: `${100 * (r(I).area[3] - r(I).area[1]) / r(w)[1]}%`
              });
            },
            [
              () => t().source.pictureUrl(e.study.id, Math.min(r(i), e.study.images.length - 1), r(Y))
            ]
          ), Fe("load", Je, () => yo(m)), g(Ie, Je);
        };
        K(_e, (Ie) => {
          r(I) && Ie(de);
        });
      }
      var le = c(_e, 2);
      let ve;
      var be = E(le);
      en(be, (Ie) => N(h, Ie), () => r(h));
      var we = c(C, 2), Ee = E(we);
      Te(Ee, 20, () => ["point", "box", "brush", "lasso"], Ce, (Ie, Je) => {
        var et = Ya(), vt = Z(et, !0);
        U(() => {
          oe(et, "aria-pressed", r(f) === Je), z(vt, Je);
        }), ne("click", et, () => N(f, Je, !0)), g(Ie, et);
      });
      var Ve = c(Ee, 2), $e = c(E(Ve));
      U(() => {
        X = Mt(C, 1, "scroller", null, X, { zoomed: r(u) > 1 }), Me = qe(ie, "", Me, {
          width: `${100 * r(u)}%`,
          "max-width": r(u) === 1 ? `min(100%, calc(${s()} * ${r(w)[0] / r(w)[1]}))` : "none"
        }), oe(le, "aria-label", `${a() ?? ""}: ${r(T).length ?? ""} tokens. Arrow keys move between tokens, Enter keeps one, Shift and Enter adds it to the selection, r and c add its row or column, Escape lets go.`), oe(le, "data-stage", a()), ve = qe(le, "", ve, {
          "aspect-ratio": `${r(w)[0] ?? ""} / ${r(w)[1] ?? ""}`
        });
      }), ne("keydown", le, F), ne("pointermove", be, ae), ne("pointerdown", be, se), ne("pointerup", be, te), Fe("pointerleave", be, () => t().hoverPlace = null), pa(ie, "clientWidth", (Ie) => N(v, Ie)), kt($e, () => r(u), (Ie) => N(u, Ie)), g(k, q);
    }, L = (k) => {
      var q = Ic();
      g(k, q);
    };
    K(j, (k) => {
      r(_) && r(T).length ? k(y) : e.study.images.length && k(L, 1);
    });
  }
  var V = c(j, 2);
  {
    var G = (k) => {
      var q = Fc(), C = E(q), X = Z(C, !0), ie = c(C);
      let Me;
      var _e = c(ie), de = Z(_e, !0), le = c(_e), ve = Z(le, !0);
      U(
        (be, we, Ee) => {
          z(X, be), Me = qe(ie, "", Me, { background: we }), z(de, Ee), z(ve, e.painting.label);
        },
        [
          () => e.painting.signed ? `−${Nt(e.painting.high)}` : "0",
          () => pl(e.painting.signed),
          () => Nt(e.painting.high)
        ]
      ), g(k, q);
    };
    K(V, (k) => {
      e.painting && k(G);
    });
  }
  var fe = c(V, 2), pe = Z(fe, !0), ye = c(fe, 2);
  {
    var Se = (k) => {
      var q = jc(), C = E(q), X = c(C);
      U(() => z(C, `${t().selected.size ?? ""} tokens selected `)), ne("click", X, () => t().toggle([])), g(k, q);
    };
    K(ye, (k) => {
      t().selected.size && k(Se);
    });
  }
  U(() => z(pe, r(re))), g(n, ce), Qe();
}
ht([
  "click",
  "keydown",
  "pointermove",
  "pointerdown",
  "pointerup"
]);
class Xs {
  heads;
  sources;
  lens;
  words;
  readers;
  session;
  of;
  constructor(e, t) {
    this.session = e, this.of = t;
    const a = (s, i) => new Yr(e, () => {
      const o = t(), l = o && i();
      return l ? { study: o, name: s, asked: l } : null;
    });
    this.heads = a("heads", () => e.tabs.includes("attention") ? { focus: e.at } : null), this.lens = a("lens", () => e.tabs.includes("lens") && this.lensWaits === 0 ? { top_k: 5, ...this.inFront } : null), this.sources = a("sources", () => e.paint === "sources" && e.target ? {
      target: e.target.id,
      contrast: e.contrast?.id ?? null,
      focus: e.at
    } : null), this.words = a("words", () => this.followed.length && (e.tab === "lens" || e.paint === "word") ? { words: this.followed, ...this.inFront } : null), this.readers = a("readers", () => e.paint === "readers" && e.place !== null ? { position: e.place } : null);
  }
  // Seconds that the lens of everything would take, where that is long and nobody has asked for it yet; else 0.
  get lensWaits() {
    const e = this.of()?.lensSeconds ?? 0;
    return e > 10 && !this.session.wantsLens ? e : 0;
  }
  get inFront() {
    return this.session.vision && this.of()?.costs.n_vision ? { vision: !0 } : {};
  }
  // Values of a lens by position: a lens may have some positions only.
  spread(e, t) {
    const a = t.arrays.positions.data, s = new Float32Array(this.of().tokens.length + this.of().answer.length).fill(NaN);
    for (let i = 0; i < a.length; i++) s[a[i]] = e[i];
    return s;
  }
  #e = /* @__PURE__ */ O(
    // Where the tokens that are searched for stand among the most probable ones, and how probable they are there.
    () => {
      const e = this.lens.view, t = this.session.find.trim().toLocaleLowerCase();
      if (!e || !t) return null;
      const a = e.about.strings.map((d) => d.trim().toLocaleLowerCase()), s = a.includes(t), i = Uint8Array.from(a, (d) => Number(s ? d === t : d.includes(t))), { ids: o, probs: l } = e.arrays, [u, f, h] = o.shape, v = new Float32Array(u * f);
      for (let d = 0; d < o.data.length; d++) i[o.data[d]] && (v[Math.floor(d / h)] += l.data[d] || 1e-9);
      const m = Array.from(v.keys()).filter((d) => v[d] > 0).sort((d, _) => v[_] - v[d]);
      return {
        whole: s,
        sum: v,
        hits: m,
        layers: new Set(m.map((d) => Math.floor(d / f))).size
      };
    }
  );
  get found() {
    return r(this.#e);
  }
  set found(e) {
    N(this.#e, e);
  }
  get word() {
    return Math.min(this.session.word, Math.max(0, this.followed.length - 1));
  }
  // The words that the lens follows: the user's, else the target.
  get followed() {
    return this.session.words.length ? this.session.words : this.session.target ? [this.session.target.id] : [];
  }
  get now() {
    const { session: e } = this, t = e.shownHead, a = this.of();
    if (!a) return null;
    const s = e.lensLayer ?? 1 / 0;
    switch (e.paint) {
      case "attention": {
        const i = this.heads.view;
        return i && t ? br(qt(i.arrays.weights, t.layer, t.head), a, `attention of L${t.layer}H${t.head} from ${JSON.stringify(a.label(i.about.focus))}`) : null;
      }
      case "sources": {
        const i = this.sources.view;
        return i && t ? br(qt(i.arrays.sources, t.layer, t.head), a, `logits that L${t.layer}H${t.head} adds from each token`, !0) : null;
      }
      case "readers": {
        const i = this.readers.view;
        return i && t ? br(qt(i.arrays.weights, t.layer, t.head), a, `how much each token looks at ${JSON.stringify(a.label(i.about.position))} in L${t.layer}H${t.head}`) : null;
      }
      case "word": {
        const i = this.words.view;
        if (!i) return null;
        const o = br(this.spread(qt(i.arrays.probs, this.word, Math.min(s, i.about.layers.length - 1)), i), a, `probability of “${i.about.words[this.word]}”, layer ${i.about.layers[Math.min(s, i.about.layers.length - 1)]}`);
        return { ...o, high: Math.max(o.high, 0.05) };
      }
      case "top": {
        const i = this.lens.view;
        if (!i) return null;
        const o = Math.min(s, i.about.layers.length - 1), l = qt(i.arrays.ids, o), u = qt(i.arrays.probs, o), f = i.arrays.ids.shape[2], h = i.arrays.ids.shape[1], v = new Float32Array(h), m = [];
        for (let d = 0; d < h; d++) {
          const _ = i.arrays.positions.data[d];
          v[_] = u[d * f], m[_] = u[d * f] >= e.least ? i.about.strings[l[d * f]] : "";
        }
        return {
          values: v,
          texts: m,
          signed: !1,
          high: 1,
          label: `most probable word, layer ${i.about.layers[o]}`
        };
      }
      case "find": {
        const i = this.lens.view;
        if (!i || !this.found) return null;
        const o = Math.min(s, i.about.layers.length - 1), l = i.arrays.ids.shape[1];
        return br(this.spread(this.found.sum.subarray(o * l, (o + 1) * l), i), a, `probability of “${e.find.trim()}”, layer ${i.about.layers[o]}`);
      }
      case "sweep":
        return e.sweep?.values ? br(e.sweep.values, a, e.sweep.label, !0) : null;
    }
    return null;
  }
}
function br(n, e, t, a = !1) {
  let s = 0, i = 0;
  for (let o = 0; o < n.length; o++) {
    const l = Math.abs(n[o]);
    l > i && (i = l), l > s && e.tokens[o]?.kind === "image" && (s = l);
  }
  return { values: n, texts: null, signed: a, high: s || i || 1, label: t };
}
var Dc = /* @__PURE__ */ S("<option></option>"), Hc = /* @__PURE__ */ S('<label class="fine">example <select><option>choose</option><!></select></label>'), zc = /* @__PURE__ */ S('<button type="button" class="link">close</button>'), Bc = /* @__PURE__ */ S('<span class="error"> </span>'), qc = /* @__PURE__ */ S('<p>answers <b class="answer" data-second-answer=""> </b> <!></p> <!>', 1), Wc = /* @__PURE__ */ S('<p class="fine">The same question about another image, beside the first: choose one to compare and to patch from.</p>'), Kc = /* @__PURE__ */ S('<section class="card" aria-label="Second image"><div class="bar"><h2>Second image</h2> <span class="grow"></span> <!> <button type="button">file</button> <input type="file" accept="image/*" class="hidden" tabindex="-1" aria-hidden="true"/> <!></div> <!></section>');
function Vc(n, e) {
  Ze(e, !0);
  let t = Ue(e, "session", 7), a = /* @__PURE__ */ H(void 0);
  const s = new Xs(t(), () => t().second), i = /* @__PURE__ */ O(() => t().second), o = /* @__PURE__ */ O(() => s.now);
  var l = Kc(), u = E(l), f = c(E(u), 4);
  {
    var h = (b) => {
      var T = Hc(), I = c(E(T)), Y = E(I);
      Y.value = Y.__value = "";
      var B = c(Y);
      Te(B, 17, () => ({ length: t().info.examples }), Ce, (R, J, D) => {
        var ee = Dc();
        ee.textContent = D + 1;
        var Q = {};
        U(
          (ae) => {
            Q !== (Q = ae) && (ee.value = (ee.__value = Q) ?? "");
          },
          [() => String(D)]
        ), g(R, ee);
      });
      var x;
      gt(I), U(
        (R) => {
          x !== (x = R) && (I.value = (I.__value = x) ?? "", da(I, x));
        },
        [
          () => t().secondExample === null ? "" : String(t().secondExample)
        ]
      ), ne("change", I, (R) => {
        R.currentTarget.value && t().openSecond(Number(R.currentTarget.value));
      }), g(b, T);
    };
    K(f, (b) => {
      t().info?.examples && b(h);
    });
  }
  var v = c(f, 2), m = c(v, 2);
  en(m, (b) => N(a, b), () => r(a));
  var d = c(m, 2);
  {
    var _ = (b) => {
      var T = zc();
      ne("click", T, () => {
        t().second = null, t().secondUpload = null, t().secondExample = null;
      }), g(b, T);
    };
    K(d, (b) => {
      r(i) && b(_);
    });
  }
  var w = c(u, 2);
  {
    var p = (b) => {
      var T = qc(), I = Pe(T), Y = c(E(I)), B = Z(Y, !0), x = c(Y, 2);
      {
        var R = (D) => {
          var ee = Bc(), Q = Z(ee);
          U(() => z(Q, `It has ${r(i).nPrompt ?? ""} tokens and the first ${t().study.nPrompt ?? ""}: patching needs images of one size.`)), g(D, ee);
        };
        K(x, (D) => {
          t().study && r(i).nPrompt !== t().study.nPrompt && D(R);
        });
      }
      var J = c(I, 2);
      Gs(J, {
        get session() {
          return t();
        },
        get study() {
          return r(i);
        },
        get painting() {
          return r(o);
        },
        name: "Second image",
        tall: "38vh"
      }), U((D) => z(B, D), [
        () => r(i).answer.filter((D) => !D.ends).map((D) => ut(D.token.text)).join("")
      ]), g(b, T);
    }, A = (b) => {
      var T = Wc();
      g(b, T);
    };
    K(w, (b) => {
      r(i) ? b(p) : b(A, -1);
    });
  }
  ne("click", v, () => r(a)?.click()), ne("change", m, (b) => {
    const T = b.currentTarget.files?.[0];
    T && t().openSecond(T), b.currentTarget.value = "";
  }), g(n, l), Qe();
}
ht(["change", "click"]);
var Jc = /* @__PURE__ */ S('<img class="picture" alt="What is patched from"/>'), Yc = /* @__PURE__ */ S('<section class="card"><!> <div class="row"><!> <p class="fine grow"> </p></div> <!></section>');
function Gc(n, e) {
  Ze(e, !0);
  const t = new Yr(e.session, () => ({
    study: e.study,
    name: e.stored.name,
    asked: e.stored.asked
  }));
  let a = /* @__PURE__ */ H(null);
  var s = Yc(), i = E(s);
  {
    let d = /* @__PURE__ */ O(() => t.view?.about.code ?? "");
    rr(i, {
      get title() {
        return e.stored.title;
      },
      get code() {
        return r(d);
      },
      get exporter() {
        return r(a);
      }
    });
  }
  var o = c(i, 2), l = E(o);
  {
    var u = (d) => {
      var _ = Jc();
      U(() => oe(_, "src", e.stored.picture)), g(d, _);
    };
    K(l, (d) => {
      e.stored.picture && d(u);
    });
  }
  var f = c(l, 2), h = Z(f, !0), v = c(o, 2);
  {
    var m = (d) => {
      Ys(d, {
        get session() {
          return e.session;
        },
        get study() {
          return e.study;
        },
        get sweep() {
          return t.view;
        },
        get name() {
          return e.stored.name;
        },
        onexport: (_) => N(a, _)
      });
    };
    K(v, (d) => {
      t.view && d(m);
    });
  }
  U(() => {
    oe(s, "aria-label", e.stored.title), z(h, e.stored.text);
  }), g(n, s), Qe();
}
var Xc = /* @__PURE__ */ S('<button type="button" class="token run"> </button>'), Zc = /* @__PURE__ */ S('<button type="button"> </button>'), Qc = /* @__PURE__ */ S('<button type="button" class="link">fold image tokens</button>'), $c = /* @__PURE__ */ S('<p class="fine"><button type="button" class="small"> </button></p>'), ef = /* @__PURE__ */ S('<div class="strip" role="group" aria-label="Tokens of the prompt"><!> <!></div> <!>', 1);
function tf(n, e) {
  Ze(e, !0);
  let t = Ue(e, "session", 7), a = /* @__PURE__ */ H(!1);
  const s = /* @__PURE__ */ O(() => e.study.images.some((_) => !_.boxed)), i = /* @__PURE__ */ O(() => {
    const _ = [], w = e.study.tokens.map((p) => ({
      position: p.position,
      text: p.text,
      image: p.kind === "image"
    }));
    if (!t().tabs.some((p) => p !== "lens")) return _.concat(w.filter((p) => !p.image).map(({ position: p, text: A }) => ({ position: p, text: A, count: 0 })));
    e.study.answer.slice(0, -1).forEach((p, A) => w.push({
      position: e.study.nPrompt + A,
      text: p.token.text,
      image: !1
    }));
    for (const { position: p, text: A, image: b } of w) {
      const T = _.at(-1);
      b && !r(a) && !r(s) && T && T.count > 0 && T.position + T.count === p ? T.count++ : _.push({
        position: p,
        text: A,
        count: b && !r(a) && !r(s) ? 1 : 0
      });
    }
    return _;
  }), o = (_) => {
    if (!e.painting || e.painting.texts) return NaN;
    const { values: w } = e.painting;
    let p = 0;
    for (let A = 0; A < Math.max(1, _.count); A++) p += w[_.position + A] ?? 0;
    return _.position < w.length ? p : NaN;
  };
  var l = ef(), u = Pe(l), f = E(u);
  Te(f, 17, () => r(i), (_) => _.position, (_, w) => {
    const p = /* @__PURE__ */ O(() => o(r(w))), A = /* @__PURE__ */ O(() => Math.max(-1, Math.min(1, r(p) / (e.painting?.high ?? 1))));
    var b = tr(), T = Pe(b);
    {
      var I = (B) => {
        var x = Xc();
        let R;
        var J = Z(x);
        U(
          (D, ee, Q) => {
            oe(x, "title", `${r(w).count ?? ""} image tokens${D ?? ""}: show each`), R = qe(x, "", R, { background: ee, color: Q }), z(J, `▦ ${r(w).count ?? ""}`);
          },
          [
            () => Number.isNaN(r(p)) ? "" : `, in all ${Nt(r(p))}`,
            () => Number.isNaN(r(p)) ? null : Ut(Math.max(-1, Math.min(1, r(p))), e.painting.signed),
            () => Number.isNaN(r(p)) ? null : Gn(Math.max(-1, Math.min(1, r(p))), e.painting.signed)
          ]
        ), ne("click", x, () => N(a, !0)), g(B, x);
      }, Y = (B) => {
        var x = Zc();
        let R, J;
        var D = Z(x, !0);
        U(
          (ee, Q, ae, se, te, W) => {
            R = Mt(x, 1, "token", null, R, {
              focus: t().at === r(w).position,
              place: t().shownPlace === r(w).position,
              chosen: ee
            }), oe(x, "title", `token ${Q ?? ""}${ae ?? ""}. Click to read it, Alt and click to make it the focus, Shift and click to select it.`), J = qe(x, "", J, { background: se, color: te }), z(D, W);
          },
          [
            () => t().selected.has(r(w).position),
            () => e.study.number(r(w).position),
            () => Number.isNaN(r(p)) ? "" : `: ${Nt(r(p))}`,
            () => Number.isNaN(r(p)) ? null : Ut(r(A), e.painting.signed),
            () => Number.isNaN(r(p)) ? null : Gn(r(A), e.painting.signed),
            () => ut(r(w).text)
          ]
        ), Fe("pointerenter", x, () => t().hoverPlace = r(w).position), Fe("pointerleave", x, () => t().hoverPlace = null), ne("click", x, (ee) => {
          ee.altKey ? t().focus = r(w).position : ee.shiftKey ? t().toggle([r(w).position], "flip") : t().takePlace(t().place === r(w).position ? null : r(w).position);
        }), g(B, x);
      };
      K(T, (B) => {
        r(w).count ? B(I) : B(Y, -1);
      });
    }
    g(_, b);
  });
  var h = c(f, 2);
  {
    var v = (_) => {
      var w = Qc();
      ne("click", w, () => N(a, !1)), g(_, w);
    };
    K(h, (_) => {
      r(a) && _(v);
    });
  }
  var m = c(u, 2);
  {
    var d = (_) => {
      var w = $c(), p = E(w), A = Z(p);
      U((b) => z(A, `make token ${b ?? ""} the focus`), [() => e.study.number(t().place)]), ne("click", p, () => {
        t().focus = t().place;
      }), g(_, w);
    };
    K(m, (_) => {
      t().place !== null && t().place !== t().at && _(d);
    });
  }
  g(n, l), Qe();
}
ht(["click"]);
var rf = /* @__PURE__ */ S('<button type="button" class="small">save as page</button>'), nf = /* @__PURE__ */ S('<button type="button" class="small"> </button>'), af = /* @__PURE__ */ S('<div class="message" role="alert"> <button type="button" class="link">close</button></div>'), sf = /* @__PURE__ */ S("<option>attention of the head</option><option>what the head adds</option><option>who looks at the token</option>", 1), of = /* @__PURE__ */ S("<option>lens: found tokens</option>"), lf = /* @__PURE__ */ S("<option>lens: a word</option><option>lens: most probable</option><!>", 1), uf = /* @__PURE__ */ S("<option>sweep</option>"), cf = /* @__PURE__ */ S('<select aria-label="What is painted on the image"><option>grid only</option><!><!><!></select>'), ff = /* @__PURE__ */ S('<p class="error" role="alert"> </p>'), df = /* @__PURE__ */ S('<section class="card" aria-label="Image and tokens"><!> <!> <!> <!> <!></section>'), hf = /* @__PURE__ */ S('<p class="message" role="status">All views show the changed model. <button type="button" class="link">back to the unchanged one</button></p>'), vf = /* @__PURE__ */ S('<button type="button" role="tab" aria-controls="panel"> </button>'), pf = /* @__PURE__ */ S("<!> <!>", 1), _f = /* @__PURE__ */ S('<!> <div role="tablist" aria-label="Views"></div> <div role="tabpanel" id="panel"><!> <!> <!> <!></div>', 1), gf = /* @__PURE__ */ S('<section class="card empty"><h2>Ask something about an image</h2> <ol><li>Click a token of the answer: which heads wrote it?</li> <li>Click a head: where does it look?</li> <li>Click a patch: what does it say there, layer by layer?</li></ol> <p class="fine">Then change something, and see the answer change. Nothing leaves this machine.</p></section>'), mf = /* @__PURE__ */ S('<a class="skip" href="#views">Skip to the views</a> <header class="top"><p class="eyebrow">vlm_lens_native</p> <span class="grow"></span> <span class="fine busy" role="status"> </span> <!> <!></header> <!> <main class="page"><div class="side"><h1 class="hidden">Look inside a vision-language model</h1> <!> <!></div> <div class="views" id="views" tabindex="-1"><!></div></main>', 1);
function bf(n, e) {
  Ze(e, !0);
  let t = Ue(e, "session", 7);
  const a = new Xs(t(), () => t().study), s = /* @__PURE__ */ O(() => t().study), i = /* @__PURE__ */ O(() => a.now);
  let o = /* @__PURE__ */ H(null), l = /* @__PURE__ */ H("");
  const u = {
    attribution: "Attribution",
    attention: "Attention",
    lens: "Lens",
    causes: "Causes"
  };
  ot(() => {
    t().write();
  }), ot(() => {
    r(l) ? document.documentElement.dataset.theme = r(l) : delete document.documentElement.dataset.theme;
  });
  function f(M) {
    M.key === "Escape" && t().release();
  }
  function h(M) {
    const re = { ArrowLeft: -1, ArrowRight: 1 }[M.key];
    if (!re) return;
    M.preventDefault();
    const ce = t().tabs, ge = ce[(ce.indexOf(t().tab) + re + ce.length) % ce.length];
    t().tab = ge, document.getElementById(`tab-${ge}`)?.focus();
  }
  async function v() {
    r(s) && await t().during((async () => {
      const M = r(s).answer.filter((ce) => !ce.ends).map((ce) => ce.token.text).join("").trim(), re = await Hl(r(s), (ce, ge) => t().source.pictureUrl(r(s).id, ce, ge), t().asked?.question ?? "", `${r(s).model}${t().clean ? ", changed" : ""}: ${M}`, t().tabs.filter((ce) => ce !== "causes"));
      on("study.html", re, "text/html");
    })());
  }
  const m = /* @__PURE__ */ O(() => t().paint === "sources" ? a.sources.view?.about.code : t().paint === "readers" ? a.readers.view?.about.code : t().paint === "word" ? a.words.view?.about.code : ["top", "find"].includes(t().paint) ? a.lens.view?.about.code : t().paint === "attention" ? a.heads.view?.about.code : r(s)?.code), d = /* @__PURE__ */ O(() => a.sources.error || a.readers.error);
  var _ = mf();
  Fe("keydown", dn, f);
  var w = Pe(_), p = c(w, 2), A = c(E(p), 4), b = Z(A, !0), T = c(A, 2);
  {
    var I = (M) => {
      var re = rf();
      ne("click", re, v), g(M, re);
    };
    K(T, (M) => {
      r(s) && !r(s).answering && t().source.kind === "server" && M(I);
    });
  }
  var Y = c(T, 2);
  {
    var B = (M) => {
      var re = nf(), ce = Z(re);
      U(() => z(ce, `theme: ${(r(l) || "auto") ?? ""}`)), ne("click", re, () => N(
        l,
        r(l) === "dark" ? "light" : r(l) === "light" ? "" : matchMedia("(prefers-color-scheme: dark)").matches ? "light" : "dark",
        !0
      )), g(M, re);
    };
    K(Y, (M) => {
      t().source.kind !== "kernel" && M(B);
    });
  }
  var x = c(p, 2);
  {
    var R = (M) => {
      var re = af(), ce = E(re), ge = c(ce);
      U(() => z(ce, `${t().message ?? ""} `)), ne("click", ge, () => t().message = ""), g(M, re);
    };
    K(x, (M) => {
      t().message && M(R);
    });
  }
  var J = c(x, 2), D = E(J), ee = c(E(D), 2);
  Fl(ee, {
    get session() {
      return t();
    }
  });
  var Q = c(ee, 2);
  {
    var ae = (M) => {
      var re = df(), ce = E(re);
      {
        let V = /* @__PURE__ */ O(() => r(m) ?? "");
        rr(ce, {
          title: "Image",
          get code() {
            return r(V);
          },
          get exporter() {
            return r(o);
          },
          children: (G, fe) => {
            var pe = cf(), ye = E(pe);
            ye.value = ye.__value = "none";
            var Se = c(ye);
            {
              var k = (de) => {
                var le = sf(), ve = Pe(le);
                ve.value = ve.__value = "attention";
                var be = c(ve);
                be.value = be.__value = "sources";
                var we = c(be);
                we.value = we.__value = "readers", g(de, le);
              }, q = /* @__PURE__ */ O(() => t().tabs.includes("attention"));
              K(Se, (de) => {
                r(q) && de(k);
              });
            }
            var C = c(Se);
            {
              var X = (de) => {
                var le = lf(), ve = Pe(le);
                ve.value = ve.__value = "word";
                var be = c(ve);
                be.value = be.__value = "top";
                var we = c(be);
                {
                  var Ee = ($e) => {
                    var Ie = of();
                    Ie.value = Ie.__value = "find", g($e, Ie);
                  }, Ve = /* @__PURE__ */ O(() => t().find.trim());
                  K(we, ($e) => {
                    r(Ve) && $e(Ee);
                  });
                }
                g(de, le);
              }, ie = /* @__PURE__ */ O(() => t().tabs.includes("lens"));
              K(C, (de) => {
                r(ie) && de(X);
              });
            }
            var Me = c(C);
            {
              var _e = (de) => {
                var le = uf();
                le.value = le.__value = "sweep", g(de, le);
              };
              K(Me, (de) => {
                t().sweep && de(_e);
              });
            }
            gt(pe), wt(pe, () => t().paint, (de) => t().paint = de), g(G, pe);
          },
          $$slots: { default: !0 }
        });
      }
      var ge = c(ce, 2);
      Gs(ge, {
        get session() {
          return t();
        },
        get study() {
          return r(s);
        },
        get painting() {
          return r(i);
        },
        onexport: (V) => N(o, V)
      });
      var me = c(ge, 2);
      {
        var j = (V) => {
          var G = ff(), fe = Z(G, !0);
          U(() => z(fe, r(d))), g(V, G);
        };
        K(me, (V) => {
          r(d) && V(j);
        });
      }
      var y = c(me, 2);
      tf(y, {
        get session() {
          return t();
        },
        get study() {
          return r(s);
        },
        get painting() {
          return r(i);
        }
      });
      var L = c(y, 2);
      Nc(L, {
        get session() {
          return t();
        },
        get study() {
          return r(s);
        },
        get painted() {
          return a;
        }
      }), g(M, re);
    };
    K(Q, (M) => {
      r(s) && M(ae);
    });
  }
  var se = c(D, 2), te = E(se);
  {
    var W = (M) => {
      var re = _f(), ce = Pe(re);
      {
        var ge = (q) => {
          var C = hf(), X = c(E(C));
          ne("click", X, () => {
            t().study = t().clean, t().clean = null;
          }), g(q, C);
        };
        K(ce, (q) => {
          t().clean && q(ge);
        });
      }
      var me = c(ce, 2);
      let j;
      Te(me, 21, () => t().tabs, Ce, (q, C) => {
        var X = vf(), ie = Z(X, !0);
        U(() => {
          oe(X, "id", `tab-${r(C) ?? ""}`), oe(X, "aria-selected", t().tab === r(C)), oe(X, "tabindex", t().tab === r(C) ? 0 : -1), z(ie, u[r(C)]);
        }), ne("keydown", X, h), ne("click", X, () => {
          t().tab = r(C), r(C) === "lens" && (t().paint === "none" || t().paint === "attention") && (t().paint = "top");
        }), g(q, X);
      });
      var y = c(me, 2), L = E(y);
      {
        var V = (q) => {
          Au(q, {
            get session() {
              return t();
            },
            get study() {
              return r(s);
            }
          });
        };
        K(L, (q) => {
          t().tab === "attribution" && q(V);
        });
      }
      var G = c(L, 2);
      {
        var fe = (q) => {
          vu(q, {
            get session() {
              return t();
            },
            get study() {
              return r(s);
            },
            get painted() {
              return a;
            }
          });
        };
        K(G, (q) => {
          t().tab === "attention" && q(fe);
        });
      }
      var pe = c(G, 2);
      {
        var ye = (q) => {
          kc(q, {
            get session() {
              return t();
            },
            get study() {
              return r(s);
            },
            get painted() {
              return a;
            }
          });
        };
        K(pe, (q) => {
          t().tab === "lens" && q(ye);
        });
      }
      var Se = c(pe, 2);
      {
        var k = (q) => {
          var C = tr(), X = Pe(C);
          {
            var ie = (_e) => {
              var de = tr(), le = Pe(de);
              Te(le, 17, () => t().sweeps, (ve) => ve.title, (ve, be) => {
                Gc(ve, {
                  get session() {
                    return t();
                  },
                  get study() {
                    return r(s);
                  },
                  get stored() {
                    return r(be);
                  }
                });
              }), g(_e, de);
            }, Me = (_e) => {
              var de = pf(), le = Pe(de);
              Vc(le, {
                get session() {
                  return t();
                }
              });
              var ve = c(le, 2);
              ec(ve, {
                get session() {
                  return t();
                },
                get study() {
                  return r(s);
                }
              }), g(_e, de);
            };
            K(X, (_e) => {
              t().sweeps.length ? _e(ie) : _e(Me, -1);
            });
          }
          g(q, C);
        };
        K(Se, (q) => {
          t().tab === "causes" && q(k);
        });
      }
      U(() => {
        j = Mt(me, 1, "tabs", null, j, { hidden: t().tabs.length < 2 }), oe(y, "aria-labelledby", `tab-${t().tab ?? ""}`);
      }), g(M, re);
    }, F = (M) => {
      var re = gf();
      g(M, re);
    };
    K(te, (M) => {
      r(s) ? M(W) : t().source.kind === "server" && M(F, 1);
    });
  }
  U(() => z(b, t().busy ? "working…" : "")), ne("click", w, (M) => {
    M.preventDefault(), document.getElementById("views")?.focus();
  }), g(n, _), Qe();
}
ht(["click", "keydown"]);
function Zs(n, e) {
  return n.classList.add("vlm"), Ko(bf, { target: n, props: { session: new su(e) } });
}
const Ga = document.querySelector("#app[data-start]");
if (Ga) {
  const n = document.getElementById("study")?.textContent;
  Zs(Ga, n ? new tu(JSON.parse(n)) : new eu());
}
const wf = {
  render({ model: n, el: e }) {
    const t = Zs(e, new ru(n));
    return () => Jo(t);
  }
};
export {
  wf as default,
  Zs as start
};
