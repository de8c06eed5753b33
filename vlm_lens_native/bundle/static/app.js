var hn = Array.isArray, Ei = Array.prototype.indexOf, zr = Array.prototype.includes, vn = Array.from, Ya = Object.defineProperty, br = Object.getOwnPropertyDescriptor, Ga = Object.getOwnPropertyDescriptors, Ai = Object.prototype, Mi = Array.prototype, Qn = Object.getPrototypeOf, Na = Object.isExtensible;
const Xa = () => {
};
function Ni(n) {
  for (var e = 0; e < n.length; e++)
    n[e]();
}
function Za() {
  var n, e, t = new Promise((a, s) => {
    n = a, e = s;
  });
  return { promise: t, resolve: n, reject: e };
}
function yr(n, e) {
  if (Array.isArray(n))
    return n;
  if (e === void 0 || !(Symbol.iterator in n))
    return Array.from(n);
  const t = [];
  for (const a of n)
    if (t.push(a), t.length === e) break;
  return t;
}
const $e = 2, Er = 4, pn = 8, Qa = 1 << 24, xt = 16, Tt = 32, $t = 64, Fn = 128, $n = 256, At = 512, We = 1024, je = 2048, ct = 4096, nt = 8192, Ye = 16384, Tr = 32768, Br = 1 << 25, fr = 65536, sn = 1 << 17, Ti = 1 << 18, Pr = 1 << 19, Pi = 1 << 20, Ot = 1 << 25, on = 1 << 21, wr = 1 << 22, Qt = 1 << 23, Vt = /* @__PURE__ */ Symbol("$state"), $a = /* @__PURE__ */ Symbol("component"), Li = /* @__PURE__ */ Symbol("legacy props"), Oi = /* @__PURE__ */ Symbol(""), es = /* @__PURE__ */ Symbol("attributes"), jn = /* @__PURE__ */ Symbol("class"), Un = /* @__PURE__ */ Symbol("style"), Dn = /* @__PURE__ */ Symbol("text"), tn = /* @__PURE__ */ Symbol("form reset"), Yr = new class extends Error {
  name = "StaleReactionError";
  message = "The reaction that called `getAbortSignal()` was re-run or destroyed";
}(), Ri = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  !!globalThis.document?.contentType && /* @__PURE__ */ globalThis.document.contentType.includes("xml")
), Ci = 1, Ii = 2, ts = 4, Fi = 8, ji = 16, Ui = 1, Di = 4, Hi = 8, zi = 16, Bi = 1, qi = 2, rs = {}, qe = /* @__PURE__ */ Symbol("uninitialized"), Wi = "http://www.w3.org/1999/xhtml";
function Ki() {
  console.warn("https://svelte.dev/e/derived_inert");
}
function Vi() {
  console.warn("https://svelte.dev/e/select_multiple_invalid_value");
}
function Ji() {
  console.warn("https://svelte.dev/e/svelte_boundary_reset_noop");
}
function ns(n) {
  return n === this.v;
}
function as(n, e) {
  return n != n ? e == e : n !== e || n !== null && typeof n == "object" || typeof n == "function";
}
function ss(n) {
  return !as(n, this.v);
}
function Yi() {
  throw new Error("https://svelte.dev/e/async_derived_orphan");
}
function Gi(n, e, t) {
  throw new Error("https://svelte.dev/e/each_key_duplicate");
}
function Xi(n) {
  throw new Error("https://svelte.dev/e/effect_in_teardown");
}
function Zi() {
  throw new Error("https://svelte.dev/e/effect_in_unowned_derived");
}
function Qi(n) {
  throw new Error("https://svelte.dev/e/effect_orphan");
}
function $i() {
  throw new Error("https://svelte.dev/e/effect_update_depth_exceeded");
}
function eo(n) {
  throw new Error("https://svelte.dev/e/props_invalid_value");
}
function to() {
  throw new Error("https://svelte.dev/e/state_descriptors_fixed");
}
function ro() {
  throw new Error("https://svelte.dev/e/state_prototype_fixed");
}
function no() {
  throw new Error("https://svelte.dev/e/state_unsafe_mutation");
}
function ao() {
  throw new Error("https://svelte.dev/e/svelte_boundary_reset_onerror");
}
let at = null;
function Ar(n) {
  at = n;
}
function Ge(n, e = !1, t) {
  at = {
    p: at,
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
function Xe(n) {
  var e = (
    /** @type {ComponentContext} */
    at
  ), t = e.e;
  if (t !== null) {
    e.e = null;
    for (var a of t)
      xs(a);
  }
  return e.i = !0, at = e.p, ea(n);
}
function ea(n = {}) {
  return Ya(n, $a, { value: !0 }), n;
}
function is() {
  return !0;
}
let ir = [];
function os() {
  var n = ir;
  ir = [], Ni(n);
}
function Kt(n) {
  if (ir.length === 0 && !jr) {
    var e = ir;
    queueMicrotask(() => {
      e === ir && os();
    });
  }
  ir.push(n);
}
function so() {
  for (; ir.length > 0; )
    os();
}
const io = -7169;
function De(n, e) {
  n.f = n.f & io | e;
}
function ta(n) {
  (n.f & At) !== 0 || n.deps === null ? De(n, We) : De(n, ct);
}
function ls(n, e) {
  (n.f & je) !== 0 ? e.set(n, je) : (n.f & ct) !== 0 && e.get(n) !== je && e.set(n, ct), De(n, We);
}
let Ta = !1;
function oo() {
  Ta || (Ta = !0, document.addEventListener(
    "reset",
    (n) => {
      Promise.resolve().then(() => {
        if (!n.defaultPrevented)
          for (
            const e of
            /**@type {HTMLFormElement} */
            n.target.elements
          )
            e[tn]?.();
      });
    },
    // In the capture phase to guarantee we get noticed of it (no possibility of stopPropagation)
    { capture: !0 }
  ));
}
function Lr(n) {
  var e = Ne, t = Le;
  bt(null), It(null);
  try {
    return n();
  } finally {
    bt(e), It(t);
  }
}
function ra(n, e, t, a = t) {
  n.addEventListener(e, () => Lr(t));
  const s = (
    /** @type {any} */
    n[tn]
  );
  s ? n[tn] = () => {
    s(), a(!0);
  } : n[tn] = () => a(!0), oo();
}
function lo(n, e, t, a) {
  const s = qr;
  var i = n.filter((d) => !d.settled), o = e.map(s);
  if (t.length === 0 && i.length === 0) {
    a(o);
    return;
  }
  var l = (
    /** @type {Effect} */
    Le
  ), u = uo(), f = i.length === 1 ? i[0].promise : i.length > 1 ? Promise.all(i.map((d) => d.promise)) : null;
  function h(d) {
    if ((l.f & Ye) === 0) {
      u();
      try {
        a([...o, ...d]);
      } catch (_) {
        Lt(_, l);
      }
      ln();
    }
  }
  var p = us();
  if (t.length === 0) {
    f.then(() => h([])).finally(p);
    return;
  }
  function m() {
    Promise.all(t.map((d) => /* @__PURE__ */ co(d))).then(h).catch((d) => Lt(d, l)).finally(p);
  }
  f ? f.then(() => {
    if ((l.f & Ye) !== 0) {
      p();
      return;
    }
    u(), m(), ln();
  }) : m();
}
function uo() {
  var n = (
    /** @type {Effect} */
    Le
  ), e = Ne, t = at, a = (
    /** @type {Batch} */
    xe
  );
  return function(i = !0) {
    It(n), bt(e), Ar(t), i && (n.f & Ye) === 0 && (a?.activate(), a?.apply());
  };
}
function ln(n = !0) {
  It(null), bt(null), Ar(null), n && xe?.deactivate();
}
function us() {
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
function qr(n) {
  var e = $e | je;
  return Le !== null && (Le.f |= Pr), {
    ctx: at,
    deps: null,
    effects: null,
    equals: ns,
    f: e,
    fn: n,
    reactions: null,
    rv: 0,
    v: (
      /** @type {V} */
      qe
    ),
    wv: 0,
    parent: Le,
    ac: null
  };
}
const Cr = /* @__PURE__ */ Symbol("obsolete");
// @__NO_SIDE_EFFECTS__
function co(n, e, t) {
  let a = (
    /** @type {Effect | null} */
    Le
  );
  a === null && Yi();
  var s = (
    /** @type {Promise<V>} */
    /** @type {unknown} */
    void 0
  ), i = dr(
    /** @type {V} */
    qe
  ), o = !Ne, l = /* @__PURE__ */ new Set();
  return Mo(() => {
    var u = (
      /** @type {Effect} */
      Le
    ), f = Za();
    s = f.promise;
    try {
      Promise.resolve(n()).then(f.resolve, (d) => {
        d !== Yr && f.reject(d);
      }).finally(ln);
    } catch (d) {
      f.reject(d), ln();
    }
    var h = (
      /** @type {Batch} */
      xe
    );
    if (o) {
      if ((u.f & Tr) !== 0)
        var p = us();
      if (
        // boundary can be null if the async derived is inside an $effect.root not connected to the component render tree
        a.b?.is_rendered()
      )
        h.async_deriveds.get(u)?.reject(Cr);
      else
        for (const d of l.values())
          d.reject(Cr);
      l.add(f), h.async_deriveds.set(u, f);
    }
    const m = (d, _ = void 0) => {
      p?.(), l.delete(f), _ !== Cr && (h.activate(), _ ? (i.f |= Qt, Mr(i, _)) : ((i.f & Qt) !== 0 && (i.f ^= Qt), Mr(i, d)), h.deactivate());
    };
    f.promise.then(m, (d) => m(null, d || "unknown"));
  }), oa(() => {
    for (const u of l)
      u.reject(Cr);
  }), new Promise((u) => {
    function f(h) {
      function p() {
        h === s ? u(i) : f(s);
      }
      h.then(p, p);
    }
    f(s);
  });
}
// @__NO_SIDE_EFFECTS__
function O(n) {
  const e = /* @__PURE__ */ qr(n);
  return Ns(e), e;
}
// @__NO_SIDE_EFFECTS__
function cs(n) {
  const e = /* @__PURE__ */ qr(n);
  return e.equals = ss, e;
}
function fo(n) {
  var e = n.effects;
  if (e !== null) {
    n.effects = null;
    for (var t = 0; t < e.length; t += 1)
      ot(
        /** @type {Effect} */
        e[t]
      );
  }
}
function na(n) {
  var e, t = Le, a = n.parent;
  if (!Yt && a !== null && n.v !== qe && // if it was never evaluated before, it's guaranteed to fail downstream, so we try to execute instead
  (a.f & (Ye | nt)) !== 0)
    return Ki(), n.v;
  It(a);
  try {
    fo(n), e = Os(n);
  } finally {
    It(t);
  }
  return e;
}
function fs(n) {
  var e = na(n);
  if (!n.equals(e) && (n.wv = Ps(), (!xe?.is_fork || n.deps === null) && (xe !== null ? (xe.capture(n, e, !0), kr?.capture(n, e, !0)) : n.v = e, n.deps === null))) {
    De(n, We);
    return;
  }
  Yt || (St !== null ? (ia() || xe?.is_fork) && St.set(n, e) : ta(n));
}
function ho(n) {
  if (n.effects !== null)
    for (const e of n.effects)
      (e.teardown || e.ac) && (e.teardown?.(), e.ac !== null && Lr(() => {
        e.ac.abort(Yr), e.ac = null;
      }), e.fn !== null && (e.teardown = Xa), Wr(e, 0), la(e));
}
function ds(n) {
  if (n.effects !== null)
    for (const e of n.effects)
      e.teardown && e.fn !== null && Nr(e);
}
let An = null, _r = null, xe = null, kr = null, St = null, Hn = null, jr = !1, Mn = !1, Ur = null, rn = null;
var Pa = 0;
let vo = 1;
class er {
  id = vo++;
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
    _r === null ? An = _r = this : (_r.next = this, this.prev = _r), _r = this;
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
        De(s, je), t(s);
      for (s of a.m)
        De(s, ct), t(s);
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
      if (!((i.f & Ye) !== 0 || (i.f & (je | ct)) === 0)) {
        for (var t = i, a = !1; t.parent !== null; ) {
          t = t.parent;
          var s = t.f;
          if ((s & ($t | Tt)) !== 0) {
            if ((s & We) === 0) {
              a = !0;
              break;
            }
            t.f ^= We;
          }
        }
        a || e.push(t);
      }
    return this.#s = [], e;
  }
  #p() {
    this.started = !0;
    for (const [l, u] of this.#i)
      De(l, u), this.schedule(l);
    this.apply();
    for (var e = Ur = [], t = [], a = rn = []; this.#s.length > 0; ) {
      Pa++ > 1e3 && (this.#d(), _o());
      for (const l of this.#c())
        try {
          this.#b(l, e, t);
        } catch (u) {
          throw ps(l), this.#v() || this.discard(), u;
        }
    }
    if (xe = null, a.length > 0) {
      var s = er.ensure();
      for (const l of a)
        s.schedule(l);
    }
    if (Ur = null, rn = null, this.#v()) {
      this.#_(t), this.#_(e);
      for (const [l, u] of this.#l)
        vs(l, u);
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
    this.#e.clear(), kr = this, La(t), La(e), kr = null, this.#a?.resolve();
    var o = (
      /** @type {Batch | null} */
      /** @type {unknown} */
      xe
    );
    this.#t === 0 && (this.#s.length === 0 || o !== null) && this.#d(), o !== null && (Rt.clear(), o.#p());
  }
  /**
   * Traverse the effect tree, executing effects or stashing
   * them for later execution as appropriate
   * @param {Effect} root
   * @param {Effect[]} effects
   * @param {Effect[]} render_effects
   */
  #b(e, t, a) {
    e.f ^= We;
    for (var s = e.first; s !== null; ) {
      var i = s.f, o = (i & (Tt | $t)) !== 0, l = o && (i & We) !== 0, u = l || (i & nt) !== 0 || this.#l.has(s);
      if (!u && s.fn !== null) {
        o ? s.f ^= We : (i & Er) !== 0 ? t.push(s) : Zr(s) && ((i & xt) !== 0 && this.add_dirty_reaction(s, ct), Nr(s));
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
      if (s !== null && !((a.f & $e) !== 0 && (a.f & (je | ct)) === 0))
        for (const l of s) {
          var i = l.f;
          if ((i & $e) !== 0)
            t(
              /** @type {Derived} */
              l
            );
          else {
            var o = (
              /** @type {Effect} */
              l
            );
            i & (wr | xt) && !this.async_deriveds.has(o) && (this.#i.delete(o), De(o, je), this.schedule(o));
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
      ls(e[t], this.#i);
  }
  /**
   * Associate a change to a given source with the current
   * batch, noting its previous and current values
   * @param {Value} source
   * @param {any} value
   * @param {boolean} [is_derived]
   */
  capture(e, t, a = !1) {
    e.v !== qe && !this.previous.has(e) && this.previous.set(e, e.v), (e.f & Qt) === 0 && (this.current.set(e, [t, a]), St?.set(e, t)), this.is_fork || (e.v = t);
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
      Pa = 0, Hn = null, Ur = null, rn = null, Mn = !1, xe = null, St = null, Rt.clear();
    }
  }
  discard() {
    for (const e of this.#r) e(this);
    this.#r.clear();
    for (const e of this.async_deriveds.values())
      e.reject(Cr);
    this.#d(), this.#a?.resolve();
  }
  /**
   * @param {Effect} effect
   */
  register_created_effect(e) {
    this.#o.push(e);
  }
  #y() {
    for (let p = An; p !== null; p = p.next) {
      var e = p.id < this.id, t = [];
      for (const [m, [d, _]] of this.current) {
        if (p.current.has(m)) {
          var a = (
            /** @type {[any, boolean]} */
            p.current.get(m)[0]
          );
          if (e && d !== a)
            p.current.set(m, [d, _]);
          else
            continue;
        }
        t.push(m);
      }
      if (e)
        for (const [m, d] of this.async_deriveds) {
          const _ = p.async_deriveds.get(m);
          _ && d.promise.then(_.resolve).catch(_.reject);
        }
      var s = [...p.current.keys()].filter(
        (m) => !/** @type {[any, boolean]} */
        p.current.get(m)[1]
      );
      if (!(!p.started || s.length === 0)) {
        var i = s.filter((m) => !this.current.has(m));
        if (i.length === 0)
          e && p.discard();
        else if (t.length > 0) {
          if (e)
            for (const m of this.#h)
              p.unskip_effect(m, (d) => {
                (d.f & (xt | wr)) !== 0 ? p.schedule(d) : p.#_([d]);
              });
          p.activate();
          var o = /* @__PURE__ */ new Set(), l = /* @__PURE__ */ new Map();
          for (var u of t)
            hs(u, i, o, l);
          l = /* @__PURE__ */ new Map();
          var f = [...p.current].filter(([m, d]) => {
            const _ = this.current.get(m);
            return _ ? _[0] !== d[0] || _[1] !== d[1] : !0;
          }).map(([m]) => m);
          if (f.length > 0)
            for (const m of this.#o)
              (m.f & (Ye | nt | sn)) === 0 && aa(m, f, l) && ((m.f & (wr | xt)) !== 0 ? (De(m, je), p.schedule(m)) : p.add_dirty_reaction(m, je));
          if (p.#s.length > 0 && !p.#u) {
            p.apply();
            for (var h of p.#c())
              p.#b(h, [], []);
          }
          p.deactivate();
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
    this.#u || (this.#u = !0, Kt(() => {
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
    return (this.#a ??= Za()).promise;
  }
  static ensure() {
    if (xe === null) {
      const e = xe = new er();
      !Mn && !jr && Kt(() => {
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
    if (Hn = e, e.b?.is_pending && (e.f & (Er | pn | Qa)) !== 0 && (e.f & Tr) === 0) {
      e.b.defer_effect(e);
      return;
    }
    this.#s.push(e);
  }
  #d() {
    if (this.linked) {
      var e = this.prev, t = this.next;
      e === null ? An = t : e.next = t, t === null ? _r = e : t.prev = e, this.linked = !1;
    }
  }
}
function po(n) {
  var e = jr, t = kr;
  kr = null, jr = !0;
  try {
    for (var a; ; ) {
      if (so(), xe === null)
        return (
          /** @type {T} */
          a
        );
      xe.flush();
    }
  } finally {
    jr = e, kr = t;
  }
}
function _o() {
  try {
    $i();
  } catch (n) {
    Lt(n, Hn);
  }
}
let qt = null;
function La(n) {
  var e = n.length;
  if (e !== 0) {
    for (var t = 0; t < e; ) {
      var a = n[t++];
      if ((a.f & (Ye | nt)) === 0 && Zr(a) && (qt = /* @__PURE__ */ new Set(), Nr(a), a.deps === null && a.first === null && a.nodes === null && a.teardown === null && a.ac === null && Es(a), qt?.size > 0)) {
        Rt.clear();
        for (const s of qt) {
          if ((s.f & (Ye | nt)) !== 0) continue;
          const i = [s];
          let o = s.parent;
          for (; o !== null; )
            qt.has(o) && (qt.delete(o), i.push(o)), o = o.parent;
          for (let l = i.length - 1; l >= 0; l--) {
            const u = i[l];
            (u.f & (Ye | nt)) === 0 && Nr(u);
          }
        }
        qt.clear();
      }
    }
    qt = null;
  }
}
function hs(n, e, t, a) {
  if (!t.has(n) && (t.add(n), n.reactions !== null))
    for (const s of n.reactions) {
      const i = s.f;
      (i & $e) !== 0 ? hs(
        /** @type {Derived} */
        s,
        e,
        t,
        a
      ) : (i & (wr | xt)) !== 0 && (i & je) === 0 && aa(s, e, a) && (De(s, je), sa(
        /** @type {Effect} */
        s
      ));
    }
}
function aa(n, e, t) {
  const a = t.get(n);
  if (a !== void 0) return a;
  if (n.deps !== null)
    for (const s of n.deps) {
      if (zr.call(e, s))
        return !0;
      if ((s.f & $e) !== 0 && aa(
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
function sa(n) {
  xe.schedule(n);
}
function vs(n, e) {
  if (!((n.f & Tt) !== 0 && (n.f & We) !== 0)) {
    (n.f & je) !== 0 ? e.d.push(n) : (n.f & ct) !== 0 && e.m.push(n), De(n, We);
    for (var t = n.first; t !== null; )
      vs(t, e), t = t.next;
  }
}
function ps(n) {
  De(n, We);
  for (var e = n.first; e !== null; )
    ps(e), e = e.next;
}
let un = /* @__PURE__ */ new Set();
const Rt = /* @__PURE__ */ new Map();
let _s = !1;
function dr(n, e) {
  var t = {
    f: 0,
    v: n,
    reactions: null,
    equals: ns,
    rv: 0,
    wv: 0
  };
  return t;
}
// @__NO_SIDE_EFFECTS__
function j(n, e) {
  const t = dr(n);
  return Ns(t), t;
}
// @__NO_SIDE_EFFECTS__
function go(n, e = !1, t = !0) {
  const a = dr(n);
  return e || (a.equals = ss), a;
}
function A(n, e, t = !1) {
  Ne !== null && // since we are untracking the function inside `$inspect.with` we need to add this check
  // to ensure we error if state is set inside an inspect effect
  (!Et || (Ne.f & sn) !== 0) && is() && (Ne.f & ($e | xt | wr | sn)) !== 0 && (Ct === null || !Ct.has(n)) && no();
  let a = t ? or(e) : e;
  return Mr(n, a, rn);
}
var sr = null, zn = 0;
function Mr(n, e, t = null) {
  if (!n.equals(e)) {
    Yt ? Rt.set(n, e) : Rt.has(n) || Rt.set(n, n.v);
    var a = er.ensure();
    if (a.capture(n, e), (n.f & $e) !== 0) {
      const s = (
        /** @type {Derived} */
        n
      );
      (n.f & je) !== 0 && na(s), St === null && ta(s);
    }
    n.wv = Ps(), sr = null, zn = 0, gs(n, je, t), sr = null, Le !== null && (Le.f & We) !== 0 && (Le.f & (Tt | $t)) === 0 && (_t === null ? Po([n]) : _t.push(n)), !a.is_fork && un.size > 0 && !_s && mo();
  }
  return e;
}
function mo() {
  _s = !1;
  for (const n of un) {
    (n.f & We) !== 0 && De(n, ct);
    let e;
    try {
      e = Zr(n);
    } catch {
      e = !0;
    }
    e && Nr(n);
  }
  un.clear();
}
function bo(n, e = 1) {
  var t = r(n), a = e === 1 ? t++ : t--;
  return A(n, t), a;
}
function Dr(n) {
  A(n, n.v + 1);
}
function gs(n, e, t) {
  var a = n.reactions;
  if (a !== null) {
    var s = a.length;
    if (zn += s, zn > 1e5 && sr === null && (sr = /* @__PURE__ */ new Set()), sr !== null) {
      if (sr.has(n)) return;
      sr.add(n);
    }
    for (var i = 0; i < s; i++) {
      var o = a[i], l = o.f, u = (l & je) === 0;
      if (u && De(o, e), (l & sn) !== 0)
        un.add(
          /** @type {Effect} */
          o
        );
      else if ((l & $e) !== 0) {
        var f = (
          /** @type {Derived} */
          o
        );
        St?.delete(f), gs(f, ct, t);
      } else if (u) {
        var h = (
          /** @type {Effect} */
          o
        );
        (l & xt) !== 0 && qt !== null && qt.add(h), t !== null ? t.push(h) : sa(h);
      }
    }
  }
}
function or(n) {
  if (typeof n != "object" || n === null || Vt in n || $a in n)
    return n;
  const e = Qn(n);
  if (e !== Ai && e !== Mi)
    return n;
  var t = /* @__PURE__ */ new Map(), a = hn(n), s = /* @__PURE__ */ j(0), i = cr, o = (l) => {
    if (cr === i)
      return l();
    var u = Ne, f = cr;
    bt(null), Ca(i);
    var h = l();
    return bt(u), Ca(f), h;
  };
  return a && t.set("length", /* @__PURE__ */ j(
    /** @type {any[]} */
    n.length
  )), new Proxy(
    /** @type {any} */
    n,
    {
      defineProperty(l, u, f) {
        (!("value" in f) || f.configurable === !1 || f.enumerable === !1 || f.writable === !1) && to();
        var h = t.get(u);
        return h === void 0 ? o(() => {
          var p = /* @__PURE__ */ j(f.value);
          return t.set(u, p), p;
        }) : A(h, f.value, !0), !0;
      },
      deleteProperty(l, u) {
        var f = t.get(u);
        if (f === void 0) {
          if (u in l) {
            const h = o(() => /* @__PURE__ */ j(qe));
            t.set(u, h), Dr(s);
          }
        } else
          A(f, qe), Dr(s);
        return !0;
      },
      get(l, u, f) {
        if (u === Vt)
          return n;
        var h = t.get(u), p = u in l;
        if (h === void 0 && (!p || br(l, u)?.writable) && (h = o(() => {
          var d = or(p ? l[u] : qe), _ = /* @__PURE__ */ j(d);
          return _;
        }), t.set(u, h)), h !== void 0) {
          var m = r(h);
          return m === qe ? void 0 : m;
        }
        return Reflect.get(l, u, f);
      },
      getOwnPropertyDescriptor(l, u) {
        this.has?.(l, u);
        var f = Reflect.getOwnPropertyDescriptor(l, u), h = t.get(u);
        if (h !== void 0) {
          var p = r(h);
          if (p === qe)
            return;
          if (f && "value" in f)
            f.value = p;
          else
            return {
              enumerable: !0,
              configurable: !0,
              value: p,
              writable: !0
            };
        }
        return f;
      },
      has(l, u) {
        if (u === Vt)
          return !0;
        var f = t.get(u), h = f !== void 0 && f.v !== qe || Reflect.has(l, u);
        if (f !== void 0 || (Le !== null || Ne !== null) && (!h || br(l, u)?.writable)) {
          f === void 0 && (f = o(() => {
            var m = h ? or(l[u]) : qe, d = /* @__PURE__ */ j(m);
            return d;
          }), t.set(u, f));
          var p = r(f);
          if (p === qe)
            return !1;
        }
        return h;
      },
      set(l, u, f, h) {
        var p = t.get(u), m = u in l;
        if (a && u === "length")
          for (var d = f; d < /** @type {Source<number>} */
          p.v; d += 1) {
            var _ = t.get(d + "");
            _ !== void 0 ? A(_, qe) : d in l && (_ = o(() => /* @__PURE__ */ j(qe)), t.set(d + "", _));
          }
        if (p === void 0)
          (!m || br(l, u)?.writable) && (p = o(() => /* @__PURE__ */ j(void 0)), A(p, or(f)), t.set(u, p));
        else {
          m = p.v !== qe;
          var y = o(() => or(f));
          A(p, y);
        }
        var v = Reflect.getOwnPropertyDescriptor(l, u);
        if (v?.set && v.set.call(h, f), !m) {
          if (a && typeof u == "string") {
            var M = (
              /** @type {Source<number>} */
              t.get("length")
            ), b = Number(u);
            Number.isInteger(b) && b >= M.v && A(M, b + 1);
          }
          Dr(s);
        }
        return !0;
      },
      ownKeys(l) {
        r(s);
        var u = Reflect.ownKeys(l).filter((p) => {
          var m = t.get(p);
          return m === void 0 || m.v !== qe;
        });
        for (var [f, h] of t)
          h.v !== qe && !(f in l) && u.push(f);
        return u;
      },
      setPrototypeOf() {
        ro();
      }
    }
  );
}
function Oa(n) {
  try {
    if (n !== null && typeof n == "object" && Vt in n)
      return n[Vt];
  } catch {
  }
  return n;
}
function ms(n, e) {
  return Object.is(Oa(n), Oa(e));
}
var cn, bs, ys, ws;
function yo() {
  if (cn === void 0) {
    cn = window, bs = /Firefox/.test(navigator.userAgent);
    var n = Element.prototype, e = Node.prototype, t = Text.prototype;
    ys = br(e, "firstChild").get, ws = br(e, "nextSibling").get, Na(n) && (n[jn] = void 0, n[es] = null, n[Un] = void 0, n.__e = void 0), Na(t) && (t[Dn] = void 0);
  }
}
function Jt(n = "") {
  return document.createTextNode(n);
}
// @__NO_SIDE_EFFECTS__
function hr(n) {
  return (
    /** @type {TemplateNode | null} */
    ys.call(n)
  );
}
// @__NO_SIDE_EFFECTS__
function Gr(n) {
  return (
    /** @type {TemplateNode | null} */
    ws.call(n)
  );
}
function E(n, e) {
  return /* @__PURE__ */ hr(n);
}
function Pe(n, e = !1) {
  {
    var t = /* @__PURE__ */ hr(n);
    return t instanceof Comment && t.data === "" ? /* @__PURE__ */ Gr(t) : t;
  }
}
function $(n, e = !1) {
  return /* @__PURE__ */ hr(n);
}
function c(n, e = 1, t = !1) {
  let a = n;
  for (; e--; )
    a = /** @type {TemplateNode} */
    /* @__PURE__ */ Gr(a);
  return a;
}
function wo(n) {
  n.textContent = "";
}
function ks() {
  return !1;
}
function ko(n, e, t) {
  return (
    /** @type {T extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[T] : Element} */
    t ? document.createElement(n, { is: t }) : document.createElement(n)
  );
}
function xo(n) {
  var e = Le;
  if (e === null)
    return Ne.f |= Qt, n;
  if ((e.f & Tr) === 0 && (e.f & Er) === 0)
    throw n;
  Lt(n, e);
}
function Lt(n, e) {
  if (n === rs)
    throw n;
  if (!(e !== null && (e.f & Ye) !== 0)) {
    for (; e !== null; ) {
      if ((e.f & Fn) !== 0 && (e.f & (Ye | Br)) === 0) {
        if ((e.f & Tr) === 0)
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
function So(n) {
  Le === null && (Ne === null && Qi(), Zi()), Yt && Xi();
}
function Eo(n, e) {
  var t = e.last;
  t === null ? e.last = e.first = n : (t.next = n, n.prev = t, e.last = n);
}
function Gt(n, e) {
  var t = Le;
  t !== null && (t.f & nt) !== 0 && (n |= nt);
  var a = {
    ctx: at,
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
  if ((n & Er) !== 0)
    Ur !== null ? Ur.push(a) : er.ensure().schedule(a);
  else if (e !== null) {
    try {
      Nr(a);
    } catch (o) {
      throw ot(a), o;
    }
    s.deps === null && s.teardown === null && s.nodes === null && s.first === s.last && // either `null`, or a singular child
    (s.f & Pr) === 0 && (s = s.first, (n & xt) !== 0 && (n & fr) !== 0 && s !== null && (s.f |= fr));
  }
  if (s !== null && (s.parent = t, t !== null && Eo(s, t), Ne !== null && (Ne.f & $e) !== 0 && (n & $t) === 0)) {
    var i = (
      /** @type {Derived} */
      Ne
    );
    (i.effects ??= []).push(s);
  }
  return a;
}
function ia() {
  return Ne !== null && !Et;
}
function oa(n) {
  const e = Gt(pn, null);
  return De(e, We), e.teardown = n, e;
}
function ft(n) {
  So();
  var e = (
    /** @type {Effect} */
    Le.f
  ), t = !Ne && (e & Tt) !== 0 && at !== null && !at.i;
  if (t) {
    var a = (
      /** @type {ComponentContext} */
      at
    );
    (a.e ??= []).push(n);
  } else
    return xs(n);
}
function xs(n) {
  return Gt(Er | Pi, n);
}
function Ao(n) {
  er.ensure();
  const e = Gt($t | Pr, n);
  return (t = {}) => new Promise((a) => {
    t.outro ? ur(e, () => {
      ot(e), a(void 0);
    }) : (ot(e), a(void 0));
  });
}
function _n(n) {
  return Gt(Er, n);
}
function Mo(n) {
  return Gt(wr | Pr, n);
}
function Xr(n, e = 0) {
  return Gt(pn | e, n);
}
function D(n, e = [], t = [], a = []) {
  lo(a, e, t, (s) => {
    Gt(pn, () => {
      n(...s.map(r));
    });
  });
}
function gn(n, e = 0) {
  var t = Gt(xt | e, n);
  return t;
}
function mt(n) {
  return Gt(Tt | Pr, n);
}
function Ss(n) {
  var e = n.teardown;
  if (e !== null) {
    const t = Yt, a = Ne;
    Ra(!0), bt(null);
    try {
      e.call(null);
    } catch (s) {
      Lt(s, n.parent);
    } finally {
      Ra(t), bt(a);
    }
  }
}
function la(n, e = !1) {
  var t = n.first;
  for (n.first = n.last = null; t !== null; ) {
    const s = t.ac;
    s !== null && Lr(() => {
      s.abort(Yr);
    });
    var a = t.next;
    (t.f & $t) !== 0 ? t.parent = null : ot(t, e), t = a;
  }
}
function No(n) {
  for (var e = n.first; e !== null; ) {
    var t = e.next;
    (e.f & Tt) === 0 && ot(e), e = t;
  }
}
function ot(n, e = !0) {
  var t = !1;
  (e || (n.f & Ti) !== 0) && n.nodes !== null && n.nodes.end !== null && (To(
    n.nodes.start,
    /** @type {TemplateNode} */
    n.nodes.end
  ), t = !0), n.f |= Br, la(n, e && !t), Wr(n, 0);
  var a = n.nodes && n.nodes.t;
  if (a !== null)
    for (const i of a)
      i.stop();
  Ss(n), n.f ^= Br, n.f |= Ye;
  var s = n.parent;
  s !== null && s.first !== null && Es(n), n.next = n.prev = n.teardown = n.ctx = n.deps = n.fn = n.nodes = n.ac = n.b = null;
}
function To(n, e) {
  for (; n !== null; ) {
    var t = n === e ? null : /* @__PURE__ */ Gr(n);
    n.remove(), n = t;
  }
}
function Es(n) {
  var e = n.parent, t = n.prev, a = n.next;
  t !== null && (t.next = a), a !== null && (a.prev = t), e !== null && (e.first === n && (e.first = a), e.last === n && (e.last = t));
}
function ur(n, e, t = !0) {
  var a = [];
  n.f |= $n, As(n, a, !0);
  var s = () => {
    t && ot(n), e && e();
  }, i = a.length;
  if (i > 0) {
    var o = () => --i || s();
    for (var l of a)
      l.out(o);
  } else
    s();
}
function As(n, e, t) {
  if ((n.f & nt) === 0) {
    n.f ^= nt;
    var a = n.nodes && n.nodes.t;
    if (a !== null)
      for (const l of a)
        (l.is_global || t) && e.push(l);
    for (var s = n.first; s !== null; ) {
      var i = s.next;
      if ((s.f & $t) === 0) {
        var o = (s.f & fr) !== 0 || // If this is a branch effect without a block effect parent,
        // it means the parent block effect was pruned. In that case,
        // transparency information was transferred to the branch effect.
        (s.f & Tt) !== 0 && (n.f & xt) !== 0;
        As(s, e, o ? t : !1);
      }
      s = i;
    }
  }
}
function fn(n) {
  n.f &= ~$n, Ms(n, !0);
}
function Ms(n, e) {
  if ((n.f & $n) === 0 && (n.f & nt) !== 0) {
    n.f ^= nt, (n.f & We) === 0 && (De(n, je), er.ensure().schedule(n));
    for (var t = n.first; t !== null; ) {
      var a = t.next, s = (t.f & fr) !== 0 || (t.f & Tt) !== 0;
      Ms(t, s ? e : !1), t = a;
    }
    var i = n.nodes && n.nodes.t;
    if (i !== null)
      for (const o of i)
        (o.is_global || e) && o.in();
  }
}
function ua(n, e) {
  if (n.nodes)
    for (var t = n.nodes.start, a = n.nodes.end; t !== null; ) {
      var s = t === a ? null : /* @__PURE__ */ Gr(t);
      e.append(t), t = s;
    }
}
let Yt = !1;
function Ra(n) {
  Yt = n;
}
let Ne = null, Et = !1;
function bt(n) {
  Ne = n;
}
let Le = null;
function It(n) {
  Le = n;
}
let Ct = null;
function Ns(n) {
  Ne !== null && ((Ne.f & on) !== 0 || (Ne.f & $e) !== 0) && (Ct ??= /* @__PURE__ */ new Set()).add(n);
}
let it = null, ut = 0, _t = null;
function Po(n) {
  _t = n;
}
let Ts = 1, lr = 0, cr = lr;
function Ca(n) {
  cr = n;
}
function Ps() {
  return ++Ts;
}
function Zr(n) {
  var e = n.f;
  if ((e & je) !== 0)
    return !0;
  if ((e & ct) !== 0) {
    for (var t = (
      /** @type {Value[]} */
      n.deps
    ), a = t.length, s = 0; s < a; s++) {
      var i = t[s];
      if (Zr(
        /** @type {Derived} */
        i
      ) && fs(
        /** @type {Derived} */
        i
      ), i.wv > n.wv)
        return !0;
    }
    (e & At) !== 0 && // During time traveling we don't want to reset the status so that
    // traversal of the graph in the other batches still happens
    St === null && De(n, We);
  }
  return !1;
}
function Ls(n, e, t = !0) {
  var a = n.reactions;
  if (a !== null && !(Ct !== null && Ct.has(n)))
    for (var s = 0; s < a.length; s++) {
      var i = a[s];
      (i.f & $e) !== 0 ? Ls(
        /** @type {Derived} */
        i,
        e,
        !1
      ) : e === i && (t ? De(i, je) : (i.f & We) !== 0 && De(i, ct), sa(
        /** @type {Effect} */
        i
      ));
    }
}
function Os(n) {
  var e = it, t = ut, a = _t, s = Ne, i = Ct, o = at, l = Et, u = cr, f = n.f;
  it = /** @type {null | Value[]} */
  null, ut = 0, _t = null, Ne = (f & (Tt | $t)) === 0 ? n : null, Ct = null, Ar(n.ctx), Et = !1, cr = ++lr, n.ac !== null && (Lr(() => {
    n.ac.abort(Yr);
  }), n.ac = null);
  try {
    n.f |= on;
    var h = (
      /** @type {Function} */
      n.fn
    ), p = h();
    n.f |= Tr;
    var m = Ia(n);
    if (is() && _t !== null && !Et && m !== null && (n.f & ($e | ct | je)) === 0)
      for (var d = 0; d < /** @type {Source[]} */
      _t.length; d++)
        Ls(
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
    return (n.f & Qt) !== 0 && (n.f ^= Qt), p;
  } catch (_) {
    return Ia(n), xo(_);
  } finally {
    n.f ^= on, it = e, ut = t, _t = a, Ne = s, Ct = i, Ar(o), Et = l, cr = u;
  }
}
function Ia(n) {
  var e = n.deps, t = xe?.is_fork;
  if (it !== null) {
    var a;
    if (t || Wr(n, ut), e !== null && ut > 0)
      for (e.length = ut + it.length, a = 0; a < it.length; a++)
        e[ut + a] = it[a];
    else
      n.deps = e = it;
    if (ia() && (n.f & At) !== 0)
      for (a = ut; a < e.length; a++)
        (e[a].reactions ??= []).push(n);
  } else !t && e !== null && ut < e.length && (Wr(n, ut), e.length = ut);
  return e;
}
function Lo(n, e) {
  let t = e.reactions;
  if (t !== null) {
    var a = Ei.call(t, n);
    if (a !== -1) {
      var s = t.length - 1;
      s === 0 ? t = e.reactions = null : (t[a] = t[s], t.pop());
    }
  }
  if (t === null && (e.f & $e) !== 0 && // Destroying a child effect while updating a parent effect can cause a dependency to appear
  // to be unused, when in fact it is used by the currently-updating parent. Checking `new_deps`
  // allows us to skip the expensive work of disconnecting and immediately reconnecting it
  (it === null || !zr.call(it, e))) {
    var i = (
      /** @type {Derived} */
      e
    );
    (i.f & At) !== 0 && (i.f ^= At), i.v !== qe && ta(i), i.ac !== null && Lr(() => {
      i.ac.abort(Yr), i.ac = null, De(i, je);
    }), ho(i), Wr(i, 0);
  }
}
function Wr(n, e) {
  var t = n.deps;
  if (t !== null)
    for (var a = e; a < t.length; a++)
      Lo(n, t[a]);
}
function Nr(n) {
  var e = n.f;
  if ((e & Ye) === 0) {
    De(n, We);
    var t = Le;
    Le = n;
    try {
      (e & (xt | Qa)) !== 0 ? No(n) : la(n), Ss(n);
      var a = Os(n);
      n.teardown = typeof a == "function" ? a : null, n.wv = Ts;
      var s;
    } finally {
      Le = t;
    }
  }
}
async function Oo() {
  await Promise.resolve(), po();
}
function r(n) {
  var e = n.f, t = (e & $e) !== 0;
  if (Ne !== null && !Et) {
    var a = Le !== null && (Le.f & Ye) !== 0;
    if (!a && (Ct === null || !Ct.has(n))) {
      var s = Ne.deps;
      if ((Ne.f & on) !== 0)
        n.rv < lr && (n.rv = lr, it === null && s !== null && s[ut] === n ? ut++ : it === null ? it = [n] : it.push(n));
      else {
        Ne.deps ??= [], zr.call(Ne.deps, n) || Ne.deps.push(n);
        var i = n.reactions;
        i === null ? n.reactions = [Ne] : zr.call(i, Ne) || i.push(Ne);
      }
    }
  }
  if (Yt && Rt.has(n))
    return Rt.get(n);
  if (t) {
    var o = (
      /** @type {Derived} */
      n
    );
    if (Yt) {
      var l = o.v;
      return ((o.f & We) === 0 && o.reactions !== null || Cs(o)) && (l = na(o)), Rt.set(o, l), l;
    }
    var u = (o.f & At) === 0 && !Et && Ne !== null && (Ne.f & At) !== 0, f = (o.f & Tr) === 0;
    Zr(o) && (u && (o.f |= At), fs(o)), u && !f && (ds(o), Rs(o));
  }
  if (St?.has(n))
    return St.get(n);
  if ((n.f & Qt) !== 0)
    throw n.v;
  return n.v;
}
function Rs(n) {
  if (n.f |= At, n.deps !== null)
    for (const t of n.deps) {
      var e = t.reactions;
      e === null ? t.reactions = [n] : zr.call(e, n) || e.push(n), (t.f & $e) !== 0 && (t.f & At) === 0 && (ds(
        /** @type {Derived} */
        t
      ), Rs(
        /** @type {Derived} */
        t
      ));
    }
}
function Cs(n) {
  if (n.v === qe) return !0;
  if (n.deps === null) return !1;
  for (const e of n.deps)
    if (Rt.has(e) || (e.f & $e) !== 0 && Cs(
      /** @type {Derived} */
      e
    ))
      return !0;
  return !1;
}
function Ft(n) {
  var e = Et;
  try {
    return Et = !0, n();
  } finally {
    Et = e;
  }
}
function Ro(n) {
  if (!(typeof n != "object" || !n || n instanceof EventTarget)) {
    if (Vt in n)
      Bn(n);
    else if (!Array.isArray(n))
      for (let e in n) {
        const t = n[e];
        typeof t == "object" && t && Vt in t && Bn(t);
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
    const t = Qn(n);
    if (t !== Object.prototype && t !== Array.prototype && t !== Map.prototype && t !== Set.prototype && t !== Date.prototype) {
      const a = Ga(t);
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
const Co = ["touchstart", "touchmove"];
function Io(n) {
  return Co.includes(n);
}
const Ir = /* @__PURE__ */ Symbol("events"), Is = /* @__PURE__ */ new Set(), qn = /* @__PURE__ */ new Set();
function Fo(n, e, t, a = {}) {
  function s(i) {
    if (a.capture || Wn.call(e, i), !i.cancelBubble)
      return Lr(() => t?.call(this, i));
  }
  return n.startsWith("pointer") || n.startsWith("touch") || n === "wheel" ? (s.__removed = !1, Kt(() => {
    s.__removed || e.addEventListener(n, s, a);
  })) : e.addEventListener(n, s, a), s;
}
function Fe(n, e, t, a, s) {
  var i = { capture: a, passive: s }, o = Fo(n, e, t, i);
  (e === document.body || // @ts-ignore
  e === window || // @ts-ignore
  e === document || // Firefox has quirky behavior, it can happen that we still get "canplay" events when the element is already removed
  e instanceof HTMLMediaElement) && oa(() => {
    o.__removed = !0, e.removeEventListener(n, o, i);
  });
}
function ne(n, e, t) {
  (e[Ir] ??= {})[n] = t;
}
function dt(n) {
  for (var e = 0; e < n.length; e++)
    Is.add(n[e]);
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
  var o = 0, l = Nn === n && n[Ir];
  if (l) {
    var u = s.indexOf(l);
    if (u !== -1 && (e === document || e === /** @type {any} */
    window)) {
      n[Ir] = e;
      return;
    }
    var f = s.indexOf(e);
    if (f === -1)
      return;
    u <= f && (o = u);
  }
  if (i = /** @type {Element} */
  s[o] || n.target, i !== e) {
    Ya(n, "currentTarget", {
      configurable: !0,
      get() {
        return i || t;
      }
    });
    var h = Ne, p = Le;
    bt(null), It(null);
    try {
      for (var m, d = []; i !== null && i !== e; ) {
        try {
          var _ = i[Ir]?.[a];
          _ != null && (!/** @type {any} */
          i.disabled || // DOM could've been updated already by the time this is reached, so we check this as well
          // -> the target could not have been disabled because it emits the event in the first place
          n.target === i) && _.call(i, n);
        } catch (y) {
          m ? d.push(y) : m = y;
        }
        if (n.cancelBubble) break;
        o++, i = o < s.length ? (
          /** @type {Element} */
          s[o]
        ) : null;
      }
      if (m) {
        for (let y of d)
          queueMicrotask(() => {
            throw y;
          });
        throw m;
      }
    } finally {
      n[Ir] = e, delete n.currentTarget, bt(h), It(p);
    }
  }
}
const jo = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  globalThis?.window?.trustedTypes && /* @__PURE__ */ globalThis.window.trustedTypes.createPolicy("svelte-trusted-html", {
    /** @param {string} html */
    createHTML: (n) => n
  })
);
function Uo(n) {
  return (
    /** @type {string} */
    jo?.createHTML(n) ?? n
  );
}
function Fs(n) {
  var e = ko("template");
  return e.innerHTML = Uo(n.replaceAll("<!>", "<!---->")), e.content;
}
function Kr(n, e) {
  var t = (
    /** @type {Effect} */
    Le
  );
  t.nodes === null && (t.nodes = { start: n, end: e, a: null, t: null });
}
// @__NO_SIDE_EFFECTS__
function S(n, e) {
  var t = (e & Bi) !== 0, a = (e & qi) !== 0, s, i = !n.startsWith("<!>");
  return () => {
    s === void 0 && (s = Fs(i ? n : "<!>" + n), t || (s = /** @type {TemplateNode} */
    /* @__PURE__ */ hr(s)));
    var o = (
      /** @type {TemplateNode} */
      a || bs ? document.importNode(s, !0) : s.cloneNode(!0)
    );
    if (t) {
      var l = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ hr(o)
      ), u = (
        /** @type {TemplateNode} */
        o.lastChild
      );
      Kr(l, u);
    } else
      Kr(o, o);
    return o;
  };
}
// @__NO_SIDE_EFFECTS__
function Do(n, e, t = "svg") {
  var a = !n.startsWith("<!>"), s = `<${t}>${a ? n : "<!>" + n}</${t}>`, i;
  return () => {
    if (!i) {
      var o = (
        /** @type {DocumentFragment} */
        Fs(s)
      ), l = (
        /** @type {Element} */
        /* @__PURE__ */ hr(o)
      );
      i = /** @type {Element} */
      /* @__PURE__ */ hr(l);
    }
    var u = (
      /** @type {TemplateNode} */
      i.cloneNode(!0)
    );
    return Kr(u, u), u;
  };
}
// @__NO_SIDE_EFFECTS__
function js(n, e) {
  return /* @__PURE__ */ Do(n, e, "svg");
}
function Kn(n = "") {
  {
    var e = Jt(n + "");
    return Kr(e, e), e;
  }
}
function tr() {
  var n = document.createDocumentFragment(), e = document.createComment(""), t = Jt();
  return n.append(e, t), Kr(e, t), n;
}
function g(n, e) {
  n !== null && n.before(
    /** @type {Node} */
    e
  );
}
function Ho(n) {
  let e = 0, t = dr(0), a;
  return () => {
    ia() && (r(t), Xr(() => (e === 0 && (a = Ft(() => n(() => Dr(t)))), e += 1, () => {
      Kt(() => {
        e -= 1, e === 0 && (a?.(), a = void 0, Dr(t));
      });
    })));
  };
}
var zo = fr | Pr;
function Bo(n, e, t, a) {
  new qo(n, e, t, a);
}
class qo {
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
  #p = Ho(() => (this.#c = dr(this.#h), () => {
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
    Le.b, this.transform_error = s ?? this.parent?.transform_error ?? ((i) => i), this.#a = gn(() => {
      this.#y();
    }, zo);
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
    Kt(s), t && (this.#i = mt(() => {
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
          Ji();
          return;
        }
        t = !0, a && ao(), this.#i !== null && ur(this.#i, () => {
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
          Lt(o, this.#a && this.#a.parent);
        }
    } };
  }
  #f() {
    return (this.#a.f & (Ye | Br)) !== 0;
  }
  #_() {
    const e = this.#t.pending;
    e && (this.is_pending = !0, this.#o = mt(() => e(this.#e)), Kt(() => {
      if (!this.#f()) {
        var t = this.#l = document.createDocumentFragment(), a = Jt(), s = !1;
        if (t.append(a), this.#s = this.#w(() => {
          try {
            return mt(() => this.#n(a));
          } catch (i) {
            try {
              this.error(i), s = !0;
            } catch (o) {
              Lt(o, this.#a.parent);
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
        this.#u === 0 && (this.#e.before(t), this.#l = null, ur(
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
        ua(this.#s, e);
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
    ls(e, this.#g);
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
    var t = Le, a = Ne, s = at;
    It(this.#a), bt(this.#a), Ar(this.#a.ctx);
    try {
      return er.ensure(), e();
    } finally {
      It(t), bt(a), Ar(s);
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
    this.#u += e, this.#u === 0 && (this.#d(t), this.#o && ur(this.#o, () => {
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
    this.#x(e, t), this.#h += e, !(!this.#c || this.#v) && (this.#v = !0, Kt(() => {
      this.#v = !1, this.#c && Mr(this.#c, this.#h);
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
    if (e === rs || !this.#t.onerror && !this.#t.failed)
      throw e;
    xe?.is_fork ? (this.#s && xe.skip_effect(this.#s), this.#o && xe.skip_effect(this.#o), this.#i && xe.skip_effect(this.#i), xe.oncommit(() => {
      this.#f() || this.#S(e);
    })) : this.#S(e);
  }
  /**
   * @param {unknown} error
   */
  #S(e) {
    this.#s && (ot(this.#s), this.#s = null), this.#o && (ot(this.#o), this.#o = null), this.#i && (ot(this.#i), this.#i = null);
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
          return Lt(
            l,
            /** @type {Effect} */
            this.#a.parent
          ), null;
        }
      }));
    };
    Kt(() => {
      if (!this.#f()) {
        var s;
        try {
          s = this.transform_error(e);
        } catch (i) {
          Lt(i, this.#a && this.#a.parent);
          return;
        }
        s !== null && typeof s == "object" && typeof /** @type {any} */
        s.then == "function" ? s.then(
          a,
          /** @param {unknown} e */
          (i) => Lt(i, this.#a && this.#a.parent)
        ) : a(s);
      }
    });
  }
}
function U(n, e) {
  var t = e == null ? "" : typeof e == "object" ? `${e}` : e;
  t !== /** @type {any} */
  (n[Dn] ??= n.nodeValue) && (n[Dn] = t, n.nodeValue = `${t}`);
}
function Wo(n, e) {
  return Ko(n, e);
}
const $r = /* @__PURE__ */ new Map();
function Ko(n, { target: e, anchor: t, props: a = {}, events: s, context: i, intro: o = !0, transformError: l }) {
  yo();
  var u = void 0, f = Ao(() => {
    var h = t ?? e.appendChild(Jt());
    Bo(
      /** @type {TemplateNode} */
      h,
      {
        pending: () => {
        }
      },
      (d) => {
        Ge({});
        var _ = (
          /** @type {ComponentContext} */
          at
        );
        i && (_.c = i), s && (a.$$events = s), u = n(d, a) || ea(), Xe();
      },
      l
    );
    var p = /* @__PURE__ */ new Set(), m = (d) => {
      for (var _ = 0; _ < d.length; _++) {
        var y = d[_];
        if (!p.has(y)) {
          p.add(y);
          var v = Io(y);
          for (const N of [e, document]) {
            var M = $r.get(N);
            M === void 0 && (M = /* @__PURE__ */ new Map(), $r.set(N, M));
            var b = M.get(y);
            b === void 0 ? (N.addEventListener(y, Wn, { passive: v }), M.set(y, 1)) : M.set(y, b + 1);
          }
        }
      }
    };
    return m(vn(Is)), qn.add(m), () => {
      for (var d of p)
        for (const v of [e, document]) {
          var _ = (
            /** @type {Map<string, number>} */
            $r.get(v)
          ), y = (
            /** @type {number} */
            _.get(d)
          );
          --y == 0 ? (v.removeEventListener(d, Wn), _.delete(d), _.size === 0 && $r.delete(v)) : _.set(d, y);
        }
      qn.delete(m), h !== t && h.parentNode?.removeChild(h);
    };
  });
  return Vn.set(u, f), u;
}
let Vn = /* @__PURE__ */ new WeakMap();
function Vo(n, e) {
  const t = Vn.get(n);
  return t ? (Vn.delete(n), t(e)) : Promise.resolve();
}
class Us {
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
        fn(a), this.#n.delete(t);
      else {
        var s = this.#t.get(t);
        s && (fn(s.effect), this.#r.set(t, s.effect), this.#t.delete(t), s.fragment.lastChild.remove(), this.anchor.before(s.fragment), a = s.effect);
      }
      for (const [i, o] of this.#e) {
        if (this.#e.delete(i), i === e)
          break;
        const l = this.#t.get(o);
        l && (ot(l.effect), this.#t.delete(o));
      }
      for (const [i, o] of this.#r) {
        if (i === t || this.#n.has(i)) continue;
        const l = () => {
          if (Array.from(this.#e.values()).includes(i)) {
            var f = document.createDocumentFragment();
            ua(o, f), f.append(Jt()), this.#t.set(i, { effect: o, fragment: f });
          } else
            ot(o);
          this.#n.delete(i), this.#r.delete(i);
        };
        this.#a || !a ? (this.#n.add(i), ur(o, l, !1)) : l();
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
      t.includes(a) || (ot(s.effect), this.#t.delete(a));
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
    ), s = ks();
    if (t && !this.#r.has(e) && !this.#t.has(e))
      if (s) {
        var i = document.createDocumentFragment(), o = Jt();
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
  var a = new Us(n), s = t ? fr : 0;
  function i(o, l) {
    a.ensure(o, l);
  }
  gn(() => {
    var o = !1;
    e((l, u = 0) => {
      o = !0, i(u, l);
    }), o || i(-1, null);
  }, s);
}
function Ce(n, e) {
  return e;
}
function Jo(n, e, t) {
  for (var a = [], s = e.length, i, o = e.length, l = 0; l < s; l++) {
    let p = e[l];
    ur(
      p,
      () => {
        if (i) {
          if (i.pending.delete(p), i.done.add(p), i.pending.size === 0) {
            var m = (
              /** @type {Set<EachOutroGroup>} */
              n.outrogroups
            );
            Jn(n, vn(i.done)), m.delete(i), m.size === 0 && (n.outrogroups = null);
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
      wo(h), h.append(f), n.items.clear();
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
      i.f |= Ot;
      const o = document.createDocumentFragment();
      ua(i, o);
    } else
      ot(e[s], t);
  }
}
var Fa;
function Te(n, e, t, a, s, i = null) {
  var o = n, l = /* @__PURE__ */ new Map(), u = (e & ts) !== 0;
  if (u) {
    var f = (
      /** @type {Element} */
      n
    );
    o = f.appendChild(Jt());
  }
  var h = null, p = /* @__PURE__ */ cs(() => {
    var b = t();
    return (
      /** @type {V[]} */
      hn(b) ? b : b == null ? [] : vn(b)
    );
  }), m = /* @__PURE__ */ new Map(), d = !0;
  function _(b) {
    if ((M.effect.f & Ye) === 0) {
      M.pending.delete(b);
      var N = r(p);
      M.fallback = h, Yo(M, N, o, e, a), h !== null && (N.length === 0 ? (h.f & Ot) === 0 ? fn(h) : (h.f ^= Ot, Fr(h, null, o)) : ur(h, () => {
        h = null;
      }));
    }
  }
  function y(b) {
    M.pending.delete(b);
  }
  var v = gn(() => {
    for (var b = (
      /** @type {V[]} */
      r(p)
    ), N = b.length, F = /* @__PURE__ */ new Set(), Y = (
      /** @type {Batch} */
      xe
    ), z = ks(), x = 0; x < N; x += 1) {
      var I = b[x], V = a(I, x), B = d ? null : l.get(V);
      B ? (B.v && Mr(B.v, I), B.i && Mr(B.i, x), z && Y.unskip_effect(B.e)) : (B = Go(
        l,
        d ? o : Fa ??= Jt(),
        I,
        V,
        x,
        s,
        e,
        t
      ), d || (B.e.f |= Ot), l.set(V, B)), F.add(V);
    }
    if (N === 0 && i && !h && (d ? h = mt(() => i(o)) : (h = mt(() => i(Fa ??= Jt())), h.f |= Ot)), N > F.size && Gi(), !d)
      if (m.set(Y, F), z) {
        for (const [te, X] of l)
          F.has(te) || Y.skip_effect(X.e);
        Y.oncommit(_), Y.ondiscard(y);
      } else
        _(Y);
    r(p);
  }), M = { effect: v, items: l, pending: m, outrogroups: null, fallback: h };
  d = !1;
}
function Or(n) {
  for (; n !== null && (n.f & Tt) === 0; )
    n = n.next;
  return n;
}
function Yo(n, e, t, a, s) {
  var i = (a & Fi) !== 0, o = e.length, l = n.items, u = Or(n.effect.first), f, h = null, p, m = [], d = [], _, y, v, M;
  if (i)
    for (M = 0; M < o; M += 1)
      _ = e[M], y = s(_, M), v = /** @type {EachItem} */
      l.get(y).e, (v.f & Ot) === 0 && (v.nodes?.a?.measure(), (p ??= /* @__PURE__ */ new Set()).add(v));
  for (M = 0; M < o; M += 1) {
    if (_ = e[M], y = s(_, M), v = /** @type {EachItem} */
    l.get(y).e, n.outrogroups !== null)
      for (const B of n.outrogroups)
        B.pending.delete(v), B.done.delete(v);
    if ((v.f & nt) !== 0 && (fn(v), i && (v.nodes?.a?.unfix(), (p ??= /* @__PURE__ */ new Set()).delete(v))), (v.f & Ot) !== 0)
      if (v.f ^= Ot, v === u)
        Fr(v, null, t);
      else {
        var b = h ? h.next : u;
        v === n.effect.last && (n.effect.last = v.prev), v.prev && (v.prev.next = v.next), v.next && (v.next.prev = v.prev), Xt(n, h, v), Xt(n, v, b), Fr(v, b, t), h = v, m = [], d = [], u = Or(h.next);
        continue;
      }
    if (v !== u) {
      if (f !== void 0 && f.has(v)) {
        if (m.length < d.length) {
          var N = d[0], F;
          h = N.prev;
          var Y = m[0], z = m[m.length - 1];
          for (F = 0; F < m.length; F += 1)
            Fr(m[F], N, t);
          for (F = 0; F < d.length; F += 1)
            f.delete(d[F]);
          Xt(n, Y.prev, z.next), Xt(n, h, Y), Xt(n, z, N), u = N, h = z, M -= 1, m = [], d = [];
        } else
          f.delete(v), Fr(v, u, t), Xt(n, v.prev, v.next), Xt(n, v, h === null ? n.effect.first : h.next), Xt(n, h, v), h = v;
        continue;
      }
      for (m = [], d = []; u !== null && u !== v; )
        (f ??= /* @__PURE__ */ new Set()).add(u), d.push(u), u = Or(u.next);
      if (u === null)
        continue;
    }
    (v.f & Ot) === 0 && m.push(v), h = v, u = Or(v.next);
  }
  if (n.outrogroups !== null) {
    for (const B of n.outrogroups)
      B.pending.size === 0 && (Jn(n, vn(B.done)), n.outrogroups?.delete(B));
    n.outrogroups.size === 0 && (n.outrogroups = null);
  }
  if (u !== null || f !== void 0) {
    var x = [];
    if (f !== void 0)
      for (v of f)
        (v.f & nt) === 0 && x.push(v);
    for (; u !== null; )
      (u.f & nt) === 0 && u !== n.fallback && x.push(u), u = Or(u.next);
    var I = x.length;
    if (I > 0) {
      var V = (a & ts) !== 0 && o === 0 ? t : null;
      if (i) {
        for (M = 0; M < I; M += 1)
          x[M].nodes?.a?.measure();
        for (M = 0; M < I; M += 1)
          x[M].nodes?.a?.fix();
      }
      Jo(n, x, V);
    }
  }
  i && Kt(() => {
    if (p !== void 0)
      for (v of p)
        v.nodes?.a?.apply();
  });
}
function Go(n, e, t, a, s, i, o, l) {
  var u = (o & Ci) !== 0 ? (o & ji) === 0 ? /* @__PURE__ */ go(t, !1, !1) : dr(t) : null, f = (o & Ii) !== 0 ? dr(s) : null;
  return {
    v: u,
    i: f,
    e: mt(() => (i(e, u ?? t, f ?? s, l), () => {
      n.delete(a);
    }))
  };
}
function Fr(n, e, t) {
  if (n.nodes)
    for (var a = n.nodes.start, s = n.nodes.end, i = e && (e.f & Ot) === 0 ? (
      /** @type {EffectNodes} */
      e.nodes.start
    ) : t; a !== null; ) {
      var o = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ Gr(a)
      );
      if (i.before(a), a === s)
        return;
      a = o;
    }
}
function Xt(n, e, t) {
  e === null ? n.effect.first = t : e.next = t, t === null ? n.effect.last = e : t.prev = e;
}
function Xo(n, e, ...t) {
  var a = new Us(n);
  gn(() => {
    const s = e() ?? null;
    a.ensure(s, s && ((i) => s(i, ...t)));
  }, fr);
}
function Zo(n, e, t) {
  _n(() => {
    var a = Ft(() => e(n, t?.()) || {});
    if (t && a?.update) {
      var s = !1, i = (
        /** @type {any} */
        {}
      );
      Xr(() => {
        var o = t();
        Ro(o), s && as(i, o) && (i = o, a.update(o));
      }), s = !0;
    }
    if (a?.destroy)
      return () => (
        /** @type {Function} */
        a.destroy()
      );
  });
}
const ja = [...` 	
\r\f \v\uFEFF`];
function Qo(n, e, t) {
  var a = n == null ? "" : "" + n;
  if (t) {
    for (var s of Object.keys(t))
      if (t[s])
        a = a ? a + " " + s : s;
      else if (a.length)
        for (var i = s.length, o = 0; (o = a.indexOf(s, o)) >= 0; ) {
          var l = o + i;
          (o === 0 || ja.includes(a[o - 1])) && (l === a.length || ja.includes(a[l])) ? a = (o === 0 ? "" : a.substring(0, o)) + a.substring(l + 1) : o = l;
        }
  }
  return a === "" ? null : a;
}
function Ua(n, e = !1) {
  var t = e ? " !important;" : ";", a = "";
  for (var s of Object.keys(n)) {
    var i = n[s];
    i != null && i !== "" && (a += " " + s + ": " + i + t);
  }
  return a;
}
function $o(n, e) {
  if (e) {
    var t = "", a, s;
    return Array.isArray(e) ? (a = e[0], s = e[1]) : a = e, a && (t += Ua(a)), s && (t += Ua(s, !0)), t = t.trim(), t === "" ? null : t;
  }
  return String(n);
}
function Mt(n, e, t, a, s, i) {
  var o = (
    /** @type {any} */
    n[jn]
  );
  if (o !== t || o === void 0) {
    var l = Qo(t, a, i);
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
function ze(n, e, t, a) {
  var s = (
    /** @type {any} */
    n[Un]
  );
  if (s !== e) {
    var i = $o(e, a);
    i == null ? n.removeAttribute("style") : n.style.cssText = i, n[Un] = e;
  } else a && (Array.isArray(a) ? (Pn(n, t?.[0], a[0]), Pn(n, t?.[1], a[1], "important")) : Pn(n, t, a));
  return a;
}
function el(n, e) {
  e ? n.hasAttribute("selected") || n.setAttribute("selected", "") : n.removeAttribute("selected");
}
function tl(n, e) {
  var t = n.__defaultValue, a = n.multiple, s = a ? t ?? [] : null;
  if (!(a && !hn(s))) {
    n.selectedIndex;
    for (var i of n.options) {
      var o = xr(i);
      el(
        i,
        a ? (
          /** @type {any[]} */
          s.includes(o)
        ) : ms(o, t)
      );
    }
  }
}
function ca(n, e, t = !1) {
  if (n.multiple) {
    if (e == null)
      return;
    if (!hn(e))
      return Vi();
    for (var a of n.options)
      a.selected = e.includes(xr(a));
    return;
  }
  for (a of n.options) {
    var s = xr(a);
    if (ms(s, e)) {
      a.selected = !0;
      return;
    }
  }
  (!t || e !== void 0) && (n.selectedIndex = -1);
}
function gt(n) {
  var e = new MutationObserver((t) => {
    t.every(rl) || ("__defaultValue" in n && tl(n), "__value" in n && ca(n, n.__value));
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
  }), oa(() => {
    e.disconnect();
  });
}
function wt(n, e, t = e) {
  var a = /* @__PURE__ */ new WeakSet(), s = !0;
  ra(n, "change", (i) => {
    var o = i ? "[selected]" : ":checked", l;
    if (n.multiple)
      l = [].map.call(n.querySelectorAll(o), xr);
    else {
      var u = n.querySelector(o) ?? // will fall back to first non-disabled option if no option is selected
      n.querySelector("option:not([disabled])");
      l = u && xr(u);
    }
    t(l), n.__value = l, xe !== null && a.add(xe);
  }), _n(() => {
    var i = e();
    if (n === document.activeElement) {
      var o = (
        /** @type {Batch} */
        xe
      );
      if (a.has(o))
        return;
    }
    if (ca(n, i, s), s && i === void 0) {
      var l = n.querySelector(":checked");
      l !== null && (i = xr(l), t(i));
    }
    n.__value = i, s = !1;
  });
}
function xr(n) {
  return "__value" in n ? n.__value : n.value;
}
function rl(n) {
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
const nl = /* @__PURE__ */ Symbol("is custom element"), al = /* @__PURE__ */ Symbol("is html"), sl = Ri ? "progress" : "PROGRESS";
function Yn(n, e) {
  var t = fa(n);
  t.value === (t.value = // treat null and undefined the same for the initial value
  e ?? void 0) || // @ts-expect-error
  // `progress` elements always need their value set when it's `0`
  n.value === e && (e !== 0 || n.nodeName !== sl) || (n.value = e ?? "");
}
function Ds(n, e) {
  var t = fa(n);
  t.checked !== (t.checked = // treat null and undefined the same for the initial value
  e ?? void 0) && (n.checked = e);
}
function ue(n, e, t, a) {
  var s = fa(n), i = s[e];
  i !== (s[e] = t) && (e === "loading" && (n[Oi] = t), t == null ? n.removeAttribute(e) : typeof t != "string" && il(n).has(e) ? n[e] = t : n.setAttribute(e, t));
}
function fa(n) {
  return (
    /** @type {Record<string | symbol, unknown>} **/
    /** @type {any} */
    n[es] ??= {
      [nl]: n.nodeName.includes("-"),
      [al]: n.namespaceURI === Wi
    }
  );
}
var Da = /* @__PURE__ */ new Map();
function il(n) {
  var e = n.getAttribute("is") || n.nodeName, t = Da.get(e);
  if (t) return t;
  Da.set(e, t = /* @__PURE__ */ new Set());
  for (var a, s = n, i = Element.prototype; i !== s; ) {
    a = Ga(s);
    for (var o in a)
      a[o].set && // better safe than sorry, we don't want spread attributes to mess with HTML content
      o !== "innerHTML" && o !== "textContent" && o !== "innerText" && t.add(o);
    s = Qn(s);
  }
  return t;
}
function kt(n, e, t = e) {
  var a = /* @__PURE__ */ new WeakSet();
  ra(n, "input", async (s) => {
    var i = s ? n.defaultValue : n.value;
    if (i = Ln(n) ? On(i) : i, t(i), xe !== null && a.add(xe), await Oo(), i !== (i = e())) {
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
  Ft(e) == null && n.value && (t(Ln(n) ? On(n.value) : n.value), xe !== null && a.add(xe)), Xr(() => {
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
function ol(n, e, t = e) {
  ra(n, "change", (a) => {
    var s = a ? n.defaultChecked : n.checked;
    t(s);
  }), // If we are hydrating and the value has since changed,
  // then use the update value from the input instead.
  // If defaultChecked is set, then checked == defaultChecked
  Ft(e) == null && t(n.checked), Xr(() => {
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
class da {
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
          da.entries.set(t.target, t);
          for (var a of this.#e.get(t.target) || [])
            a(t);
        }
      }
    ));
  }
}
var ll = /* @__PURE__ */ new da({
  box: "border-box"
});
function ha(n, e, t) {
  var a = ll.observe(n, () => t(n[e]));
  _n(() => (Ft(() => t(n[e])), a));
}
function Rn(n, e) {
  return n === e || n?.[Vt] === e;
}
function Qr(n = ea(), e, t, a) {
  var s = (
    /** @type {ComponentContext} */
    at.r
  ), i = (
    /** @type {Effect} */
    Le
  );
  return _n(() => {
    var o, l;
    return Xr(() => {
      o = l, l = [], Ft(() => {
        Rn(t(...l), n) || (e(n, ...l), o && Rn(t(...o), n) && e(null, ...o));
      });
    }), () => {
      let u = i;
      for (; u !== s && u.parent !== null && u.parent.f & Br; )
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
let en = !1;
function ul(n) {
  var e = en;
  try {
    return en = !1, [n(), en];
  } finally {
    en = e;
  }
}
function Ue(n, e, t, a) {
  var s = !0, i = (t & Hi) !== 0, o = (t & zi) !== 0, l = (
    /** @type {V} */
    a
  ), u = !0, f = (
    /** @type {Derived<V> | undefined} */
    void 0
  ), h = () => o && s ? (f ??= /* @__PURE__ */ qr(
    /** @type {() => V} */
    a
  ), r(f)) : (u && (u = !1, l = o ? Ft(
    /** @type {() => V} */
    a
  ) : (
    /** @type {V} */
    a
  )), l);
  let p;
  if (i) {
    var m = Vt in n || Li in n;
    p = br(n, e)?.set ?? (m && e in n ? (F) => n[e] = F : void 0);
  }
  var d, _ = !1;
  i ? [d, _] = ul(() => (
    /** @type {V} */
    n[e]
  )) : d = /** @type {V} */
  n[e], d === void 0 && a !== void 0 && (d = h(), p && (eo(), p(d)));
  var y;
  if (y = () => {
    var F = (
      /** @type {V} */
      n[e]
    );
    return F === void 0 ? h() : (u = !0, F);
  }, (t & Di) === 0)
    return y;
  if (p) {
    var v = n.$$legacy;
    return (
      /** @type {() => V} */
      (function(F, Y) {
        return arguments.length > 0 ? ((!Y || v || _) && p(Y ? y() : F), F) : y();
      })
    );
  }
  var M = !1, b = ((t & Ui) !== 0 ? qr : cs)(() => (M = !1, y()));
  i && r(b);
  var N = (
    /** @type {Effect} */
    Le
  );
  return (
    /** @type {() => V} */
    (function(F, Y) {
      if (arguments.length > 0) {
        const z = Y ? r(b) : i ? or(F) : F;
        return A(b, z), M = !0, l !== void 0 && (l = z), F;
      }
      return Yt && M || (N.f & Ye) !== 0 ? b.v : r(b);
    })
  );
}
const cl = "5";
typeof window < "u" && ((window.__svelte ??= {}).v ??= /* @__PURE__ */ new Set()).add(cl);
const Hs = [4, 1444665, 4328040, 6952814, 9643623, 12334932, 14504250, 15955993, 16557322, 16176966, 16580516], zs = [16250871, 10209764, 3903428, 742815, 340060], Bs = [16250871, 16630669, 15761203, 12536332, 7022086];
function Sr(n, e) {
  return Array.from({ length: e }, (t, a) => {
    const s = a / (e - 1) * (n.length - 1), i = Math.min(Math.floor(s), n.length - 2), o = s - i, l = (u) => Math.round((n[i] >> u & 255) * (1 - o) + (n[i + 1] >> u & 255) * o);
    return `rgb(${l(16)},${l(8)},${l(0)})`;
  });
}
const mn = 128, fl = Sr(Hs, mn), dl = Sr(zs, mn), hl = Sr(Bs, mn);
function jt(n, e) {
  if (Number.isNaN(n)) return "transparent";
  const t = Math.min(1, Math.abs(n)), a = Math.round(t * (mn - 1));
  return e ? n < 0 ? dl[a] : hl[a] : fl[a];
}
const Gn = (n, e) => e ? Math.abs(n) > 0.55 ? "#fff" : "#111" : n > 0.62 ? "#111" : "#fff", vl = (n) => `linear-gradient(90deg, ${(n ? [...Sr(zs, 9).reverse(), ...Sr(Bs, 9)] : Sr(Hs, 17)).join(",")})`, mr = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"], Ut = (n) => n >= 0.9995 ? "100%" : n >= 0.1 ? `${(100 * n).toFixed(0)}%` : n >= 5e-4 ? `${(100 * n).toFixed(n >= 0.01 ? 1 : 2)}%` : "<0.1%", Nt = (n) => Number.isNaN(n) ? "–" : Math.abs(n) >= 100 ? n.toFixed(0) : Math.abs(n) >= 1 ? n.toFixed(2) : n.toFixed(3), Zt = (n) => (n > 0 ? "+" : n < 0 ? "−" : "") + Nt(Math.abs(n)), qs = (n) => n < 1 ? "less than a second" : n < 100 ? `${n.toFixed(0)} s` : n < 6e3 ? `${(n / 60).toFixed(0)} min` : `${(n / 3600).toFixed(1)} h`, pl = (n) => n < 1e6 ? `${Math.ceil(n / 1e3)} kB` : n < 1e9 ? `${(n / 1e6).toFixed(0)} MB` : `${(n / 1e9).toFixed(1)} GB`, lt = (n) => n.replace(/\n/g, "⏎").replace(/\t/g, "⇥").replace(/^ | $/g, "·") || "∅";
var _l = /* @__PURE__ */ S("<option> </option>"), gl = /* @__PURE__ */ S('<div class="chips" role="group" aria-label="Examples"><button type="button" aria-label="Previous example">‹</button> <button type="button"> </button> <button type="button" aria-label="Next example">›</button></div>'), ml = /* @__PURE__ */ S('<figure><img/><button type="button">×</button></figure>'), bl = /* @__PURE__ */ S('<p class="turn"><b> </b> </p>'), yl = /* @__PURE__ */ S('<button type="button">stop</button>'), wl = /* @__PURE__ */ S('<button type="button" class="link">new chat</button>'), kl = /* @__PURE__ */ S('<div class="form"><label class="wide">system prompt <input/></label> <label class="wide">the answer begins with <input/></label> <label>temperature <input type="number" min="0" step="0.1"/></label> <label>most tokens <input type="number" min="1" max="1024"/></label></div>'), xl = /* @__PURE__ */ S('<div class="row"><label>model <select></select></label> <!></div> <div class="thumbs"><!> <button type="button" class="add">+ image<small>or drop, or paste</small></button> <input type="file" multiple="" class="hidden" tabindex="-1" aria-hidden="true"/></div> <!> <form><label class="hidden" for="question">Question</label> <textarea id="question" rows="2" placeholder="Ask something"></textarea> <div class="row"><button type="submit" class="primary">Ask</button> <!> <button type="button" class="link">more</button> <!></div> <!></form>', 1), Sl = /* @__PURE__ */ S('<p class="fine"> </p>'), El = /* @__PURE__ */ S("<h2> </h2> <!>", 1), Al = /* @__PURE__ */ S('<p class="fine" data-edited=""> </p>'), Ml = /* @__PURE__ */ S('<span class="hidden"> </span>'), Nl = /* @__PURE__ */ S('<button type="button"> <!></button>'), Tl = /* @__PURE__ */ S('<span class="fine"> </span>'), Pl = /* @__PURE__ */ S('<button type="button" class="link">go on</button>'), Ll = /* @__PURE__ */ S('<button type="button"><span> </span><small> </small></button>'), Ol = /* @__PURE__ */ S('<div class="next" role="group" aria-label="Next-token probabilities; choose one to explain"></div>'), Rl = /* @__PURE__ */ S('<div class="said" aria-live="polite"><div class="answer-tokens" role="group" aria-label="Answer: choose a token to explain"></div> <!> <!></div> <!>', 1), Cl = /* @__PURE__ */ S('<section aria-label="Ask"><!> <!> <!></section>');
function Il(n, e) {
  Ge(e, !0);
  let t = Ue(e, "session", 7), a = /* @__PURE__ */ j(!1), s = /* @__PURE__ */ j(!1), i = /* @__PURE__ */ j(void 0);
  const o = /* @__PURE__ */ O(() => t().study?.answer.find((b) => b.position === t().at && b.token.id === t().target?.id) ?? t().study?.answer.find((b) => b.position === t().at));
  function l(b) {
    b.preventDefault(), A(s, !1);
    const N = [...b.dataTransfer?.files ?? []];
    N.length && t().addFiles(N);
  }
  function u(b) {
    const N = [...b.clipboardData?.files ?? []];
    N.length && t().addFiles(N);
  }
  var f = Cl();
  Fe("paste", cn, u);
  let h;
  var p = E(f);
  {
    var m = (b) => {
      var N = xl(), F = Pe(N), Y = E(F), z = c(E(Y));
      Te(z, 21, () => t().models, Ce, (w, L) => {
        var W = _l(), G = $(W), ce = {};
        D(() => {
          U(G, `${r(L).name ?? ""}${r(L).loaded ? "" : " (is loaded when asked)"}`), ce !== (ce = r(L).name) && (W.value = (W.__value = ce) ?? "");
        }), g(w, W);
      }), gt(z);
      var x = c(Y, 2);
      {
        var I = (w) => {
          var L = gl(), W = E(L), G = c(W, 2), ce = $(G), pe = c(G, 2);
          D(() => {
            W.disabled = !t().example, U(ce, `example ${(t().example ?? 0) + 1} of ${t().info.examples ?? ""}`), pe.disabled = t().example !== null && t().example >= t().info.examples - 1;
          }), ne("click", W, () => t().takeExample(t().example - 1)), ne("click", G, () => t().takeExample(t().example ?? 0)), ne("click", pe, () => t().takeExample((t().example ?? -1) + 1)), g(w, L);
        };
        K(x, (w) => {
          t().info?.examples && w(I);
        });
      }
      var V = c(F, 2), B = E(V);
      Te(B, 19, () => t().uploads, (w, L) => w.id + L, (w, L, W) => {
        var G = ml(), ce = E(G), pe = c(ce);
        D(
          (we) => {
            ue(ce, "src", we), ue(ce, "alt", `Image ${r(W) + 1}, ${r(L).width ?? ""} x ${r(L).height ?? ""}${r(L).frames ? `, ${r(L).frames.length} frames` : ""}`), ue(pe, "aria-label", `Remove image ${r(W) + 1}`);
          },
          [() => t().source.imageUrl(r(L).id)]
        ), ne("click", pe, () => {
          t().uploads = t().uploads.filter((we, Se) => Se !== r(W)), t().example = null;
        }), g(w, G);
      });
      var te = c(B, 2), X = c(te, 2);
      Qr(X, (w) => A(i, w), () => r(i));
      var J = c(V, 2);
      Te(J, 17, () => t().earlier, Ce, (w, L) => {
        var W = bl(), G = E(W), ce = $(G, !0), pe = c(G);
        D(
          (we) => {
            U(ce, r(L).role), U(pe, ` ${we ?? ""}`);
          },
          [
            () => r(L).content.map((we) => we.type === "text" ? we.text : `[${we.type}]`).join(" ")
          ]
        ), g(w, W);
      });
      var de = c(J, 2), ie = c(E(de), 2), Q = c(ie, 2), P = c(E(Q), 2);
      {
        var R = (w) => {
          var L = yl();
          ne("click", L, () => t().halt()), g(w, L);
        };
        K(P, (w) => {
          t().study?.answering && w(R);
        });
      }
      var re = c(P, 2), le = c(re, 2);
      {
        var ge = (w) => {
          var L = wl();
          ne("click", L, () => {
            t().earlier = [];
          }), g(w, L);
        };
        K(le, (w) => {
          t().earlier.length && w(ge);
        });
      }
      var me = c(Q, 2);
      {
        var H = (w) => {
          var L = kl(), W = E(L), G = c(E(W)), ce = c(W, 2), pe = c(E(ce)), we = c(ce, 2), Se = c(E(we)), k = c(we, 2), q = c(E(k));
          kt(G, () => t().system, (C) => t().system = C), kt(pe, () => t().prefill, (C) => t().prefill = C), kt(Se, () => t().temperature, (C) => t().temperature = C), kt(q, () => t().maxNew, (C) => t().maxNew = C), g(w, L);
        };
        K(me, (w) => {
          r(a) && w(H);
        });
      }
      D(() => {
        ue(X, "accept", `image/*${t().info?.video ? ",video/*" : ""}`), ue(re, "aria-expanded", r(a));
      }), ne("change", z, () => {
        t().example = null, t().truth = null, t().info?.examples && t().takeExample(0, !1);
      }), wt(z, () => t().model, (w) => t().model = w), ne("click", te, () => r(i)?.click()), ne("change", X, (w) => {
        t().addFiles(w.currentTarget.files ?? []), w.currentTarget.value = "";
      }), Fe("submit", de, (w) => {
        w.preventDefault(), t().ask();
      }), ne("keydown", ie, (w) => {
        w.key === "Enter" && !w.shiftKey && (w.preventDefault(), t().ask());
      }), kt(ie, () => t().question, (w) => t().question = w), ne("click", re, () => A(a, !r(a))), g(b, N);
    }, d = (b) => {
      var N = El(), F = Pe(N), Y = $(F, !0), z = c(F, 2);
      {
        var x = (I) => {
          var V = Sl(), B = $(V, !0);
          D(() => U(B, t().text)), g(I, V);
        };
        K(z, (I) => {
          t().text && I(x);
        });
      }
      D(() => U(Y, t().title)), g(b, N);
    };
    K(p, (b) => {
      t().source.kind === "server" ? b(m) : t().title && b(d, 1);
    });
  }
  var _ = c(p, 2);
  {
    var y = (b) => {
      var N = Al(), F = $(N);
      D(() => U(F, `The answer and the views are still those of “${t().asked?.question ?? ""}” (${t().asked?.model ?? ""}).`)), g(b, N);
    };
    K(_, (b) => {
      t().edited && b(y);
    });
  }
  var v = c(_, 2);
  {
    var M = (b) => {
      var N = Rl(), F = Pe(N), Y = E(F);
      Te(Y, 21, () => t().study.answer, Ce, (X, J) => {
        var de = Nl();
        let ie;
        var Q = E(de), P = c(Q);
        {
          var R = (re) => {
            var le = Ml(), ge = $(le);
            D(() => U(ge, `end of the answer (${r(J).token.text ?? ""})`)), g(re, le);
          };
          K(P, (re) => {
            r(J).ends && re(R);
          });
        }
        D(
          (re) => {
            ie = Mt(de, 1, "answer-token", null, ie, { ends: r(J).ends }), ue(de, "aria-pressed", t().at === r(J).position && t().target?.id === r(J).token.id), ue(de, "title", `chosen after token ${r(J).position ?? ""}`), U(Q, re);
          },
          [() => r(J).ends ? "■" : lt(r(J).token.text)]
        ), ne("click", de, () => t().lookAt(r(J))), g(X, de);
      });
      var z = c(Y, 2);
      {
        var x = (X) => {
          var J = Tl(), de = $(J, !0);
          D((ie) => U(de, ie), [
            () => t().study.answer.filter((ie) => !ie.ends).map((ie) => ie.token.text).join("").trim() === t().asked.truth ? "right" : `the truth is ${t().asked.truth}`
          ]), g(X, J);
        };
        K(z, (X) => {
          t().asked && t().asked.truth !== null && X(x);
        });
      }
      var I = c(z, 2);
      {
        var V = (X) => {
          var J = Pl();
          ne("click", J, () => {
            t().goOn(), document.getElementById("question")?.focus();
          }), g(X, J);
        };
        K(I, (X) => {
          t().source.kind === "server" && !t().study.answering && X(V);
        });
      }
      var B = c(F, 2);
      {
        var te = (X) => {
          var J = Ol();
          Te(J, 21, () => r(o).top.slice(0, 5), (de) => de.id, (de, ie) => {
            var Q = Ll();
            let P;
            var R = E(Q), re = $(R, !0), le = c(R), ge = $(le, !0);
            D(
              (me, H) => {
                ue(Q, "aria-pressed", t().target?.id === r(ie).id), P = ze(Q, "", P, { "--share": `${100 * r(ie).p}%` }), U(re, me), U(ge, H);
              },
              [() => lt(r(ie).text), () => Ut(r(ie).p)]
            ), ne("click", Q, () => t().target = { id: r(ie).id, text: r(ie).text }), g(de, Q);
          }), g(X, J);
        };
        K(B, (X) => {
          r(o) && X(te);
        });
      }
      g(b, N);
    };
    K(v, (b) => {
      t().study?.answer.length && b(M);
    });
  }
  D(() => h = Mt(f, 1, "card ask", null, h, { dragged: r(s) })), Fe("dragover", f, (b) => {
    b.preventDefault(), A(s, !0);
  }), Fe("dragleave", f, () => A(s, !1)), Fe("drop", f, l), g(n, f), Xe();
}
dt(["change", "click", "keydown"]);
const nn = (n) => n.replace(/[<>&"]/g, (e) => `&#${e.charCodeAt(0)};`);
function Ws(n, e, t, a) {
  const s = Math.max(8, e / 30), i = t.map(({ box: [o, l, u, f], fill: h, text: p }) => {
    const m = `<rect x="${o}" y="${l}" width="${u - o}" height="${f - l}" fill="${h}"/>`;
    return p ? `${m}<text x="${(o + u) / 2}" y="${(l + f) / 2}" font-size="${Math.min((f - l) * 0.42, (u - o) * 1.5 / Math.max(2, p.length))}" fill="#888" text-anchor="middle" dominant-baseline="central">${nn(p)}</text>` : m;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n} ${e + 2 * s}" width="${n}" height="${e + 2 * s}" font-family="system-ui, sans-serif"><title>${nn(a)}</title>${i.join("")}<text x="2" y="${e + 1.4 * s}" font-size="${s}" fill="#777">${nn(a)}</text></svg>`;
}
const va = (n, e, t, a, s) => Ws(t * 20, e * 20, Array.from({ length: e * t }, (i, o) => ({ box: [o % t * 20, Math.floor(o / t) * 20, o % t * 20 + 19, Math.floor(o / t) * 20 + 19], fill: a(n[o]) })), s);
function an(n, e, t = "text/plain") {
  const a = typeof e == "string" ? new Blob([e], { type: t }) : e, s = Object.assign(document.createElement("a"), { href: URL.createObjectURL(a), download: n });
  s.click(), setTimeout(() => URL.revokeObjectURL(s.href), 1e4);
}
const Fl = (n) => n.map((e) => e.map((t) => /[",\n]/.test(String(t)) ? `"${String(t).replace(/"/g, '""')}"` : String(t)).join(",")).join(`
`) + `
`;
async function jl(n) {
  const e = new Image();
  e.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(n)}`, await e.decode();
  const t = Math.max(1, 1200 / Math.max(e.width, e.height)), a = Object.assign(document.createElement("canvas"), { width: e.width * t, height: e.height * t });
  return a.getContext("2d").drawImage(e, 0, 0, a.width, a.height), new Promise((s) => a.toBlob((i) => s(i)));
}
const Xn = (n) => {
  let e = "";
  for (let t = 0; t < n.length; t += 32768) e += String.fromCharCode(...n.subarray(t, t + 32768));
  return btoa(e);
};
async function Ul(n) {
  const e = await fetch(n);
  if (!e.ok) throw new Error("The server does not give the picture any more; ask again, then save.");
  const t = await e.blob();
  return `data:${t.type};base64,${Xn(new Uint8Array(await t.arrayBuffer()))}`;
}
async function Dl(n, e, t, a, s) {
  const [i, o] = await Promise.all(["app.js", "app.css"].map(async (h) => (await fetch(`assets/${h}`)).text())), l = await Promise.all(n.images.map((h, p) => Promise.all(h.frames.map((m, d) => Ul(e(p, d)))))), u = Object.fromEntries([...n.raw].map(([h, p]) => [h, Xn(p)])), f = JSON.stringify({ id: n.id, title: t, text: a, tabs: s, answer: n.answer, tokens: Xn(n.bytes), pictures: l, views: u }).replace(/</g, "\\u003c");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"><link rel="icon" href="data:,"><title>${nn(t)}</title><style>${o}</style></head><body><div id="app" data-start></div><script type="application/json" id="study">${f}<\/script><script type="module">${i}<\/script></body></html>`;
}
var Hl = /* @__PURE__ */ S('<button type="button" class="small">code</button>'), zl = /* @__PURE__ */ S('<button type="button" class="small"> </button>'), Bl = /* @__PURE__ */ S('<div class="code"><button type="button" class="small"> </button> <pre tabindex="0" role="region"> </pre></div>'), ql = /* @__PURE__ */ S('<div class="bar"><h2> </h2> <!> <span class="grow"></span> <!> <!></div> <!>', 1);
function rr(n, e) {
  Ge(e, !0);
  let t = Ue(e, "code", 3, ""), a = Ue(e, "exporter", 3, null), s = /* @__PURE__ */ j(!1), i = /* @__PURE__ */ j(!1);
  async function o(N) {
    a() && (N === "csv" && a().csv && an(`${a().name}.csv`, Fl(a().csv()), "text/csv"), N === "svg" && a().svg && an(`${a().name}.svg`, a().svg(), "image/svg+xml"), N === "png" && a().svg && an(`${a().name}.png`, await jl(a().svg())));
  }
  async function l() {
    await navigator.clipboard.writeText(t()), A(i, !0), setTimeout(() => A(i, !1), 1500);
  }
  var u = ql(), f = Pe(u), h = E(f), p = $(h, !0), m = c(h, 2);
  Xo(m, () => e.children ?? Xa);
  var d = c(m, 4);
  {
    var _ = (N) => {
      var F = Hl();
      D(() => ue(F, "aria-expanded", r(s))), ne("click", F, () => A(s, !r(s))), g(N, F);
    };
    K(d, (N) => {
      t() && N(_);
    });
  }
  var y = c(d, 2);
  {
    var v = (N) => {
      var F = tr(), Y = Pe(F);
      Te(Y, 16, () => ["png", "svg", "csv"], Ce, (z, x) => {
        var I = tr(), V = Pe(I);
        {
          var B = (te) => {
            var X = zl(), J = $(X, !0);
            D(
              (de) => {
                ue(X, "aria-label", `Export ${a().name ?? ""} as ${de ?? ""}`), U(J, x);
              },
              [() => x.toUpperCase()]
            ), ne("click", X, () => o(x)), g(te, X);
          };
          K(V, (te) => {
            (x === "csv" ? a().csv : a().svg) && te(B);
          });
        }
        g(z, I);
      }), g(N, F);
    };
    K(y, (N) => {
      a() && N(v);
    });
  }
  var M = c(f, 2);
  {
    var b = (N) => {
      var F = Bl(), Y = E(F), z = $(Y, !0), x = c(Y, 2), I = $(x, !0);
      D(() => {
        U(z, r(i) ? "copied" : "copy"), ue(x, "aria-label", `Python for ${e.title ?? ""}`), U(I, t());
      }), ne("click", Y, l), g(N, F);
    };
    K(M, (N) => {
      r(s) && t() && N(b);
    });
  }
  D(() => U(p, e.title)), g(n, u), Xe();
}
dt(["click"]);
var Wl = /* @__PURE__ */ S('<div class="grid-box"><div role="application" tabindex="0"><canvas></canvas></div> <p class="fine readout" role="status"> </p></div>');
function dn(n, e) {
  Ge(e, !0);
  let t = Ue(e, "signed", 3, !1), a = Ue(e, "high", 3, 0), s = Ue(e, "rowName", 3, "layer"), i = Ue(e, "columnName", 3, "head"), o = Ue(e, "columnLabels", 3, null), l = Ue(e, "picked", 3, null), u = Ue(e, "unit", 3, ""), f = Ue(e, "order", 3, null), h = /* @__PURE__ */ j(void 0), p = /* @__PURE__ */ j(0), m = /* @__PURE__ */ j(null);
  const d = 30, _ = 18, y = /* @__PURE__ */ O(() => Math.max(3, Math.min(34, (r(p) - d) / Math.max(1, e.columns)))), v = /* @__PURE__ */ O(() => Math.max(7, Math.min(22, r(y), 560 / Math.max(1, e.rows)))), M = /* @__PURE__ */ O(() => {
    if (a()) return a();
    let Q = 0;
    for (let P = 0; P < e.rows * e.columns; P++) Math.abs(e.values[P]) > Q && (Q = Math.abs(e.values[P]));
    return Q || 1;
  });
  let b = null;
  function N(Q) {
    const P = document.createElement("canvas");
    P.width = Math.ceil((d + r(y) * e.columns) * Q), P.height = Math.ceil((_ + r(v) * e.rows) * Q);
    const R = P.getContext("2d");
    R.scale(Q, Q);
    const re = r(y) > 8 ? 1 : 0;
    for (let me = 0; me < e.rows; me++) for (let H = 0; H < e.columns; H++) {
      const w = e.values[me * e.columns + (f() ? f()[H] : H)];
      R.fillStyle = Number.isNaN(w) ? "rgba(128,128,128,.18)" : jt(w / r(M), t()), R.fillRect(d + H * r(y), _ + me * r(v), r(y) - re, r(v) - re);
    }
    R.fillStyle = getComputedStyle(r(h)).color, R.font = "11px system-ui, sans-serif", R.textBaseline = "middle", R.textAlign = "right";
    const le = Math.ceil(13 / r(v)), ge = Math.ceil(20 / r(y));
    for (let me = 0; me < e.rows; me += le) R.fillText(String(me), d - 5, _ + (me + 0.5) * r(v));
    if (R.textAlign = "center", !o()) for (let me = 0; me < e.columns; me += ge) R.fillText(String(f() ? f()[me] : me), d + (me + 0.5) * r(y), 8);
    return P;
  }
  ft(() => {
    e.values, e.rows, e.columns, t(), r(M), r(y), r(v), f(), !(!r(h) || !r(p)) && (b = N(devicePixelRatio || 1), F());
  }), ft(() => {
    r(m), l(), F();
  });
  function F() {
    if (!r(h) || !b) return;
    const Q = devicePixelRatio || 1;
    (r(h).width !== b.width || r(h).height !== b.height) && Object.assign(r(h), { width: b.width, height: b.height });
    const P = r(h).getContext("2d");
    P.setTransform(1, 0, 0, 1, 0, 0), P.clearRect(0, 0, r(h).width, r(h).height), P.drawImage(b, 0, 0), P.scale(Q, Q);
    for (const [R, re] of [[l(), "#fff"], [r(m), "#ffe14d"]]) {
      if (!R) continue;
      const le = f() ? f().indexOf(R[1]) : R[1], ge = [
        d + le * r(y),
        _ + R[0] * r(v),
        r(y) - 1,
        r(v) - 1
      ];
      P.lineWidth = 4, P.strokeStyle = "#000", P.strokeRect(...ge), P.lineWidth = 2, P.strokeStyle = re, P.strokeRect(...ge);
    }
  }
  function Y(Q) {
    const P = r(h).getBoundingClientRect(), R = Math.floor((Q.clientX - P.left - d) / r(y)), re = Math.floor((Q.clientY - P.top - _) / r(v));
    return re >= 0 && re < e.rows && R >= 0 && R < e.columns ? [re, f() ? f()[R] : R] : null;
  }
  function z(Q) {
    Q?.[0] === r(m)?.[0] && Q?.[1] === r(m)?.[1] || (A(m, Q), e.onhover?.(Q));
  }
  function x(Q) {
    const P = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0]
    }[Q.key], R = r(m) ?? l();
    if (P) {
      Q.preventDefault();
      const re = R ? f() ? f().indexOf(R[1]) : R[1] : 0, le = R ? Math.max(0, Math.min(e.columns - 1, re + P[1])) : 0;
      z([
        R ? Math.max(0, Math.min(e.rows - 1, R[0] + P[0])) : 0,
        f() ? f()[le] : le
      ]);
    } else (Q.key === "Enter" || Q.key === " ") && R && (Q.preventDefault(), e.onpick?.(R));
  }
  const I = /* @__PURE__ */ O(() => r(m) ?? l()), V = /* @__PURE__ */ O(() => {
    if (!r(I)) return "Point at a cell, click to keep it.";
    const Q = e.values[r(I)[0] * e.columns + r(I)[1]], P = o() ? o()[r(I)[1]] : `${i()} ${r(I)[1]}`;
    return `${s()} ${r(I)[0]}, ${P}: ${t() ? Zt(Q) : Nt(Q)} ${u()}`;
  });
  var B = Wl(), te = E(B), X = E(te);
  let J;
  Qr(X, (Q) => A(h, Q), () => r(h));
  var de = c(te, 2), ie = $(de, !0);
  D(() => {
    ue(te, "aria-label", `${e.label ?? ""}: ${e.rows ?? ""} ${s() ?? ""}s by ${e.columns ?? ""}. Arrow keys move, Enter keeps a cell, Escape lets go.`), ue(te, "data-grid", e.label), ue(te, "data-cell", `30,18,${r(y) ?? ""},${r(v) ?? ""}`), J = ze(X, "", J, {
      width: `${d + r(y) * e.columns}px`,
      height: `${_ + r(v) * e.rows}px`
    }), U(ie, r(V));
  }), ne("keydown", te, x), Fe("blur", te, () => z(null)), ne("pointermove", X, (Q) => z(Y(Q))), Fe("pointerleave", X, () => z(null)), ne("click", X, (Q) => {
    const P = Y(Q);
    P && e.onpick?.(P);
  }), ha(B, "clientWidth", (Q) => A(p, Q)), g(n, B), Xe();
}
dt(["keydown", "pointermove", "click"]);
class Vr {
  #e = /* @__PURE__ */ j(null);
  get view() {
    return r(this.#e);
  }
  set view(e) {
    A(this.#e, e);
  }
  #r = /* @__PURE__ */ j(null);
  get study() {
    return r(this.#r);
  }
  set study(e) {
    A(this.#r, e);
  }
  #t = /* @__PURE__ */ j(null);
  get asked() {
    return r(this.#t);
  }
  set asked(e) {
    A(this.#t, e);
  }
  name = "";
  #n = /* @__PURE__ */ j("");
  get error() {
    return r(this.#n);
  }
  set error(e) {
    A(this.#n, e, !0);
  }
  constructor(e, t) {
    let a = 0;
    ft(() => {
      const s = t(), i = ++a;
      if (!s?.study || s.study.answering) {
        s?.study || Ft(() => this.view = null);
        return;
      }
      const { study: o, name: l, asked: u } = s;
      Ft(() => {
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
const Kl = () => new Promise((n, e) => {
  const t = indexedDB.open("vlm_lens_native", 1);
  t.onupgradeneeded = () => t.result.createObjectStore("images"), t.onsuccess = () => n(t.result), t.onerror = () => e(t.error);
});
async function Ks(n, e) {
  try {
    const t = (await Kl()).transaction("images", n).objectStore("images");
    return await new Promise((a, s) => {
      const i = e(t);
      i.onsuccess = () => a(i.result), i.onerror = () => s(i.error);
    });
  } catch {
    return null;
  }
}
const Ha = (n, e) => Ks("readwrite", (t) => t.put(e, n)), Vl = (n) => Ks("readonly", (e) => e.get(n));
async function Jl(n, e = 16) {
  const t = document.createElement("video");
  t.muted = !0, t.src = URL.createObjectURL(n), await new Promise((o, l) => {
    t.onloadeddata = o, t.onerror = () => l(new Error("This browser can't decode the video; give it as frames."));
  });
  const a = Math.max(2, Math.min(e, Math.floor(t.duration * 2))), s = Object.assign(document.createElement("canvas"), { width: t.videoWidth, height: t.videoHeight }), i = [];
  for (let o = 0; o < a; o++)
    t.currentTime = (o + 0.5) * t.duration / a, await new Promise((l) => t.onseeked = l), s.getContext("2d").drawImage(t, 0, 0), i.push(await new Promise((l) => s.toBlob((u) => l(u), "image/png")));
  return URL.revokeObjectURL(t.src), { frames: i, fps: a / t.duration };
}
const Vs = new Float32Array(65536);
for (let n = 0; n < 65536; n++) {
  const e = n & 32768 ? -1 : 1, t = n >> 10 & 31, a = n & 1023;
  Vs[n] = e * (t === 0 ? a * 2 ** -24 : t === 31 ? a ? NaN : 1 / 0 : (1 + a / 1024) * 2 ** (t - 15));
}
const Yl = {
  F16: (n) => Float32Array.from(new Uint16Array(n), (e) => Vs[e]),
  F32: (n) => new Float32Array(n),
  F64: (n) => new Float64Array(n),
  U8: (n) => new Uint8Array(n),
  U16: (n) => new Uint16Array(n),
  U32: (n) => new Uint32Array(n),
  I32: (n) => new Int32Array(n),
  I64: (n) => Float64Array.from(new BigInt64Array(n), Number)
};
function Jr(n) {
  const e = n.byteOffset === 0 && n.byteLength === n.buffer.byteLength ? n : n.slice(), t = Number(new DataView(e.buffer).getBigUint64(0, !0)), a = JSON.parse(new TextDecoder().decode(e.subarray(8, 8 + t))), s = {};
  for (const [o, l] of Object.entries(a)) {
    if (o === "__metadata__") continue;
    const [u, f] = l.data_offsets;
    s[o] = { shape: l.shape, data: Yl[l.dtype](e.slice(8 + t + u, 8 + t + f).buffer) };
  }
  const i = JSON.parse(a.__metadata__.about);
  for (const [o, l] of Object.entries(i.coded ?? {})) s[o].data = Float32Array.from(s[o].data, l ? (u) => (u / 255) ** 2 * l : Gl);
  return { arrays: s, about: i };
}
const Gl = (n) => n < 128 ? n : Number((128 * 2 ** ((n - 128) / 10)).toPrecision(2));
async function Xl(n) {
  const e = new Blob([n]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(e).arrayBuffer());
}
async function* Zl(n) {
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
class Qe extends Error {
  constructor(e, t = 0) {
    super(e), this.status = t;
  }
  status;
}
async function Ql(n) {
  if (n.ok) return n;
  const e = await n.json().catch(() => ({ error: n.statusText }));
  throw new Qe(e.error ?? n.statusText, n.status);
}
async function ar(n, e) {
  try {
    return await Ql(await fetch(n, e));
  } catch (t) {
    throw t instanceof Qe || t.name === "AbortError" ? t : new Qe("The server does not answer. Is it still running? The page goes on when it is back.");
  }
}
const Cn = (n) => ({ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(n) });
class $l {
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
    for await (const o of Zl(i.body)) {
      const l = Jr(o);
      if (l.about.error) throw new Qe(l.about.error);
      yield l;
    }
  }
}
const Hr = (n) => Uint8Array.from(atob(n), (e) => e.charCodeAt(0));
class eu {
  constructor(e) {
    this.data = e;
  }
  data;
  kind = "page";
  given() {
    return { ...this.data, bytes: Hr(this.data.tokens) };
  }
  async models() {
    return [];
  }
  async example() {
    throw new Qe("This page holds one study only.");
  }
  async addImage() {
    throw new Qe("This page holds one study only.");
  }
  imageUrl() {
    return "data:,";
  }
  async open() {
    throw new Qe("This page holds one study only.");
  }
  async tokens() {
    throw new Qe("This page holds one study only.");
  }
  pictureUrl(e, t, a) {
    return this.data.pictures[t]?.[a] ?? "data:,";
  }
  async raw(e, t, a) {
    const s = this.data.views[`${t} ${JSON.stringify(a)}`];
    if (!s) throw new Qe("This was not computed when the page was written. The app, or the same lines of Python, find it.", 410);
    return this.data.compressed ? Xl(Hr(s)) : Hr(s);
  }
  async *stream(e, t, a) {
    yield Jr(await this.raw(e, t, a));
  }
}
class tu {
  constructor(e) {
    this.model = e, e.on("msg:custom", (t, a) => {
      const s = this.waiting.get(t.id);
      s && (this.waiting.delete(t.id), t.error ? s.failed(new Qe(t.error)) : s.done(new Uint8Array(a[0].buffer, a[0].byteOffset, a[0].byteLength)));
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
    return { ...this.saved(), bytes: Hr(this.saved().tokens) };
  }
  async models() {
    return [];
  }
  async example() {
    throw new Qe("Ask in the notebook: model.explore(inputs).");
  }
  async addImage() {
    throw new Qe("Ask in the notebook: model.explore(inputs).");
  }
  imageUrl() {
    return "data:,";
  }
  async open() {
    throw new Qe("Ask in the notebook: model.explore(inputs).");
  }
  tokens(e) {
    return this.sent(e, "tokens", {});
  }
  pictureUrl(e, t, a) {
    return this.saved().pictures[t]?.[a] ?? "data:,";
  }
  async raw(e, t, a) {
    const s = e === this.saved().id && this.saved().views[`${t} ${JSON.stringify(a)}`];
    return s ? Hr(s) : this.sent(e, t, a);
  }
  sent(e, t, a) {
    const s = this.next++;
    return new Promise((i, o) => {
      const l = setTimeout(() => {
        this.waiting.delete(s), o(new Qe("The kernel does not answer; what was computed before can still be seen.", 504));
      }, 12e4);
      this.waiting.set(s, { done: (u) => (clearTimeout(l), i(u)), failed: (u) => (clearTimeout(l), o(u)) }), this.model.send({ id: s, study: e, name: t, asked: a });
    });
  }
  async *stream(e, t, a) {
    const s = Jr(await this.raw(e, t, a));
    if (s.about.error) throw new Qe(s.about.error);
    yield s;
  }
}
const Rr = ["attribution", "attention", "lens", "causes"];
class Zn {
  constructor(e, t, a) {
    this.source = e, this.id = t, this.bytes = a;
    const { arrays: s, about: i } = Jr(a), o = s.boxes.data;
    this.tokens = i.strings.map((l, u) => {
      const f = (p) => s[p]?.data[u] ?? -1, h = Array.from(o.slice(4 * u, 4 * u + 4));
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
  #e = /* @__PURE__ */ j(0);
  get passSeconds() {
    return r(this.#e);
  }
  set passSeconds(e) {
    A(this.#e, e, !0);
  }
  code;
  #r = /* @__PURE__ */ j(or([]));
  get answer() {
    return r(this.#r);
  }
  set answer(e) {
    A(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ j(!1);
  get answering() {
    return r(this.#t);
  }
  set answering(e) {
    A(this.#t, e, !0);
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
    return s || (s = this.source.raw(this.id, e, t).then((i) => (this.raw.set(a, i), Jr(i))), this.views.set(a, s), s.catch(() => this.views.delete(a))), s;
  }
  forget() {
    this.views.clear(), this.raw.clear();
  }
}
const ru = ["model", "q", "system", "prefill", "images", "turns", "t"], nu = (n) => n ? n.split(",").map(Number).filter(Number.isFinite) : [], Bt = (n, e) => n !== null && n !== "" && Number.isFinite(Number(n)) ? Number(n) : e;
class au {
  constructor(e) {
    this.source = e, this.begin().catch((t) => this.fail(t));
  }
  source;
  #e = /* @__PURE__ */ j([]);
  get models() {
    return r(this.#e);
  }
  set models(e) {
    A(this.#e, e);
  }
  #r = /* @__PURE__ */ j("");
  get model() {
    return r(this.#r);
  }
  set model(e) {
    A(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ j("What is in the image?");
  get question() {
    return r(this.#t);
  }
  set question(e) {
    A(this.#t, e, !0);
  }
  #n = /* @__PURE__ */ j("");
  get system() {
    return r(this.#n);
  }
  set system(e) {
    A(this.#n, e, !0);
  }
  #a = /* @__PURE__ */ j([]);
  get earlier() {
    return r(this.#a);
  }
  set earlier(e) {
    A(this.#a, e);
  }
  #s = /* @__PURE__ */ j("");
  get prefill() {
    return r(this.#s);
  }
  set prefill(e) {
    A(this.#s, e, !0);
  }
  #o = /* @__PURE__ */ j([]);
  get uploads() {
    return r(this.#o);
  }
  set uploads(e) {
    A(this.#o, e);
  }
  #i = /* @__PURE__ */ j(null);
  get example() {
    return r(this.#i);
  }
  set example(e) {
    A(this.#i, e, !0);
  }
  #l = /* @__PURE__ */ j(null);
  get truth() {
    return r(this.#l);
  }
  set truth(e) {
    A(this.#l, e, !0);
  }
  #h = /* @__PURE__ */ j(0);
  get temperature() {
    return r(this.#h);
  }
  set temperature(e) {
    A(this.#h, e, !0);
  }
  #u = /* @__PURE__ */ j(48);
  get maxNew() {
    return r(this.#u);
  }
  set maxNew(e) {
    A(this.#u, e, !0);
  }
  #v = /* @__PURE__ */ j(null);
  get study() {
    return r(this.#v);
  }
  set study(e) {
    A(this.#v, e);
  }
  #g = /* @__PURE__ */ j(null);
  get clean() {
    return r(this.#g);
  }
  set clean(e) {
    A(this.#g, e);
  }
  #c = /* @__PURE__ */ j(null);
  get second() {
    return r(this.#c);
  }
  set second(e) {
    A(this.#c, e);
  }
  #p = /* @__PURE__ */ j(null);
  get secondUpload() {
    return r(this.#p);
  }
  set secondUpload(e) {
    A(this.#p, e);
  }
  #b = /* @__PURE__ */ j(null);
  get secondExample() {
    return r(this.#b);
  }
  set secondExample(e) {
    A(this.#b, e, !0);
  }
  #k = /* @__PURE__ */ j(null);
  get focus() {
    return r(this.#k);
  }
  set focus(e) {
    A(this.#k, e, !0);
  }
  #m = /* @__PURE__ */ j(null);
  get target() {
    return r(this.#m);
  }
  set target(e) {
    A(this.#m, e);
  }
  #f = /* @__PURE__ */ j(null);
  get contrast() {
    return r(this.#f);
  }
  set contrast(e) {
    A(this.#f, e);
  }
  #_ = /* @__PURE__ */ j(null);
  get place() {
    return r(this.#_);
  }
  set place(e) {
    A(this.#_, e, !0);
  }
  #y = /* @__PURE__ */ j(null);
  get layer() {
    return r(this.#y);
  }
  set layer(e) {
    A(this.#y, e, !0);
  }
  #d = /* @__PURE__ */ j(null);
  get head() {
    return r(this.#d);
  }
  set head(e) {
    A(this.#d, e, !0);
  }
  #w = /* @__PURE__ */ j(null);
  get lensLayer() {
    return r(this.#w);
  }
  set lensLayer(e) {
    A(this.#w, e, !0);
  }
  #x = /* @__PURE__ */ j([]);
  get words() {
    return r(this.#x);
  }
  set words(e) {
    A(this.#x, e);
  }
  #S = /* @__PURE__ */ j(0);
  get word() {
    return r(this.#S);
  }
  set word(e) {
    A(this.#S, e, !0);
  }
  #E = /* @__PURE__ */ j(!1);
  get vision() {
    return r(this.#E);
  }
  set vision(e) {
    A(this.#E, e, !0);
  }
  #A = /* @__PURE__ */ j(!1);
  get wantsLens() {
    return r(this.#A);
  }
  set wantsLens(e) {
    A(this.#A, e, !0);
  }
  #M = /* @__PURE__ */ j("");
  get find() {
    return r(this.#M);
  }
  set find(e) {
    A(this.#M, e, !0);
  }
  #N = /* @__PURE__ */ j(0.01);
  get least() {
    return r(this.#N);
  }
  set least(e) {
    A(this.#N, e, !0);
  }
  #T = /* @__PURE__ */ j("none");
  get paint() {
    return r(this.#T);
  }
  set paint(e) {
    A(this.#T, e, !0);
  }
  #P = /* @__PURE__ */ j("attribution");
  get tab() {
    return r(this.#P);
  }
  set tab(e) {
    A(this.#P, e, !0);
  }
  #L = /* @__PURE__ */ j(/* @__PURE__ */ new Set());
  get selected() {
    return r(this.#L);
  }
  set selected(e) {
    A(this.#L, e);
  }
  #O = /* @__PURE__ */ j([]);
  get changes() {
    return r(this.#O);
  }
  set changes(e) {
    A(this.#O, e);
  }
  #R = /* @__PURE__ */ j(null);
  get sweep() {
    return r(this.#R);
  }
  set sweep(e) {
    A(this.#R, e);
  }
  #C = /* @__PURE__ */ j(null);
  get hoverHead() {
    return r(this.#C);
  }
  set hoverHead(e) {
    A(this.#C, e);
  }
  #I = /* @__PURE__ */ j(null);
  get hoverPlace() {
    return r(this.#I);
  }
  set hoverPlace(e) {
    A(this.#I, e, !0);
  }
  #F = /* @__PURE__ */ j(0);
  get busy() {
    return r(this.#F);
  }
  set busy(e) {
    A(this.#F, e, !0);
  }
  #j = /* @__PURE__ */ j("");
  get message() {
    return r(this.#j);
  }
  set message(e) {
    A(this.#j, e, !0);
  }
  title = "";
  text = "";
  note = "";
  sweeps = [];
  #U = /* @__PURE__ */ j(Rr);
  get tabs() {
    return r(this.#U);
  }
  set tabs(e) {
    A(this.#U, e);
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
      return t instanceof Qe && t.status === 404 && this.source.kind === "server" && this.study ? (this.message = "The server has been started anew, or dropped this study; asking again.", await this.ask(!1), this.message = "") : this.fail(t), null;
    }
  }
  async begin() {
    if (this.source.given) {
      const t = this.source.given();
      this.title = t.title, this.text = t.text, this.note = t.note ?? "", this.sweeps = t.sweeps ?? [];
      const a = new Zn(this.source, t.id, t.bytes);
      a.answer = t.answer ?? [], this.study = a, this.tabs = t.tabs ?? Rr, this.tab = this.tabs[0], this.restore(new URLSearchParams(location.hash.slice(1))), this.tabs.includes(this.tab) || (this.tab = this.tabs[0]), this.words.length || (this.words = t.words ?? []), this.tab === "lens" && this.paint === "none" && (this.paint = "top"), this.afterAnswer();
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
    e.toString() !== this.written && (ru.every((a) => e.get(a) === t.get(a)) ? this.restore(e) : e.has("q") && this.arrive(e).catch((a) => this.fail(a)));
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
      tab: this.tab === Rr[0] ? "" : this.tab,
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
    e.has("q") && (this.question = e.get("q")), this.system = e.get("system") ?? "", this.prefill = e.get("prefill") ?? "", this.temperature = Bt(e.get("t"), 0), this.focus = Bt(e.get("focus"), null), this.target = t("target"), this.contrast = t("contrast"), this.place = Bt(e.get("place"), null), this.layer = Bt(e.get("layer"), null), this.head = Bt(e.get("head"), null), this.lensLayer = Bt(e.get("lens"), null), this.words = (e.get("words") ?? "").split(",").filter(Boolean), this.word = Bt(e.get("word"), 0), this.paint = e.get("paint") || "none", this.tab = Rr.includes(e.get("tab")) ? e.get("tab") : Rr[0], this.selected = new Set(nu(e.get("selected")));
    try {
      this.changes = JSON.parse(e.get("changes") ?? "[]"), this.earlier = JSON.parse(e.get("turns") ?? "[]");
    } catch {
      this.changes = [];
    }
  }
  // The images that the address names, from the server, the example or this browser's store.
  async bring(e) {
    if (this.example = Bt(e.get("example"), null), this.truth = null, this.example !== null)
      try {
        const s = await this.source.example(this.model, this.example);
        this.truth = s.answer, s.images.map((i) => i.id).join(",") === e.get("images") && (this.uploads = s.images);
      } catch (s) {
        this.fail(s);
      }
    const t = e.get("second") ?? "";
    if (this.secondExample = t.length < 8 ? Bt(t, null) : null, this.secondUpload = t.length < 8 ? null : await this.bringImage(t), this.uploads.length) return !0;
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
    const t = await Vl(e) ?? await fetch(this.source.imageUrl(e)).then((a) => a.ok ? a.blob() : null, () => null);
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
      return await Ha(i.id, e), i;
    }
    const { frames: t, fps: a } = await Jl(e), s = [];
    for (const i of t) {
      const o = await this.source.addImage(i);
      await Ha(o.id, i), s.push(o);
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
    const { id: t, bytes: a } = await this.source.open(this.prompt(e)), s = new Zn(this.source, t, a);
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
function Wt(n, ...e) {
  const t = n.shape.slice(e.length).reduce((s, i) => s * i, 1);
  let a = 0;
  return e.forEach((s, i) => a += s * n.shape.slice(i + 1).reduce((o, l) => o * l, 1)), n.data.subarray(a, a + t);
}
var su = /* @__PURE__ */ S('<span class="fine"> </span>'), za = /* @__PURE__ */ S('<p class="error" role="alert"> </p>'), iu = /* @__PURE__ */ S('<button type="button"> </button>'), ou = /* @__PURE__ */ S('<li><button type="button" class="head"> <b> </b></button></li>'), lu = /* @__PURE__ */ S('<ol class="best"></ol>'), uu = /* @__PURE__ */ S('<p class="fine"> </p>'), cu = /* @__PURE__ */ S('<p class="fine"> </p> <div class="scroller tall"><!></div>', 1), fu = /* @__PURE__ */ S('<!> <div class="row"><button type="button">where the focus looks</button> <button type="button">who looks at the kept token</button> <button type="button"> </button></div> <!> <!> <!>', 1), du = /* @__PURE__ */ S('<section class="card" aria-label="Attention"><!> <!> <div class="row" role="group" aria-label="Measure"><!> <button type="button">sorted</button></div> <!></section>');
function hu(n, e) {
  Ge(e, !0);
  let t = Ue(e, "session", 7), a = /* @__PURE__ */ j("image"), s = /* @__PURE__ */ j(!1), i = /* @__PURE__ */ j(!1);
  const o = /* @__PURE__ */ O(() => e.painted.heads.view), l = new Vr(t(), () => r(i) && t().layer !== null && t().head !== null ? {
    study: e.study,
    name: "pattern",
    asked: { layer: t().layer, head: t().head }
  } : null), u = /* @__PURE__ */ O(() => {
    if (!r(o)) return new Float32Array();
    const { shape: x, data: I } = r(o).arrays.weights, [V, B, te] = x, X = new Float32Array(V * B), J = t().place ?? -1, de = new Uint8Array(te);
    for (let ie = 0; ie < te; ie++) de[ie] = Number(r(a) === "image" ? e.study.tokens[ie]?.kind === "image" : r(a) === "selection" ? t().selected.has(ie) : ie === J);
    for (let ie = 0; ie < V * B; ie++) {
      let Q = 0;
      const P = ie * te;
      if (r(a) === "entropy") for (let R = 0; R < te; R++) {
        const re = I[P + R];
        re > 0 && (Q -= re * Math.log(re));
      }
      else for (let R = 0; R < te; R++) de[R] && (Q += I[P + R]);
      X[ie] = Q;
    }
    return X;
  }), f = /* @__PURE__ */ O(() => r(o)?.arrays.weights.shape ?? [0, 0, 0]), h = /* @__PURE__ */ O(() => Array.from(r(u).keys()).sort((x, I) => r(u)[I] - r(u)[x]).slice(0, 24)), p = /* @__PURE__ */ O(() => r(o) ? {
    name: "attention",
    svg: () => va(r(u), r(f)[0], r(f)[1], (x) => jt(x / Math.max(...r(u), 1e-9), !1), `attention, ${r(a)}`),
    csv: () => [
      ["layer", "head", r(a)],
      ...Array.from(r(u), (x, I) => [
        Math.floor(I / r(f)[1]),
        I % r(f)[1],
        x
      ])
    ]
  } : null), m = /* @__PURE__ */ O(() => t().shownPlace), d = /* @__PURE__ */ O(() => {
    const x = e.painted.readers.view;
    return x && t().shownHead && t().paint === "readers" ? Array.from(Wt(x.arrays.weights, t().shownHead.layer, t().shownHead.head)).map((I, V) => ({ weight: I, position: V })).sort((I, V) => V.weight - I.weight).slice(0, 5) : [];
  });
  var _ = du(), y = E(_);
  {
    let x = /* @__PURE__ */ O(() => r(i) ? l.view?.about.code ?? "" : r(o)?.about.code ?? "");
    rr(y, {
      title: "Attention",
      get code() {
        return r(x);
      },
      get exporter() {
        return r(p);
      },
      children: (I, V) => {
        var B = su(), te = $(B);
        D((X) => U(te, `from the focus ${X ?? ""}`), [
          () => JSON.stringify(e.study.label(r(o)?.about.focus ?? t().at))
        ]), g(I, B);
      },
      $$slots: { default: !0 }
    });
  }
  var v = c(y, 2);
  {
    var M = (x) => {
      var I = za(), V = $(I, !0);
      D(() => U(V, e.painted.heads.error)), g(x, I);
    };
    K(v, (x) => {
      e.painted.heads.error && x(M);
    });
  }
  var b = c(v, 2), N = E(b);
  Te(
    N,
    16,
    () => [
      ["image", "on the image"],
      ["selection", "on the selection"],
      ["token", "on the token"],
      ["entropy", "entropy"]
    ],
    Ce,
    (x, I) => {
      var V = /* @__PURE__ */ O(() => yr(I, 2));
      let B = () => r(V)[0], te = () => r(V)[1];
      var X = iu(), J = $(X, !0);
      D(() => {
        ue(X, "aria-pressed", r(a) === B()), X.disabled = B() === "selection" && !t().selected.size || B() === "token" && t().place === null, U(J, te());
      }), ne("click", X, () => A(a, B(), !0)), g(x, X);
    }
  );
  var F = c(N, 2), Y = c(b, 2);
  {
    var z = (x) => {
      var I = fu(), V = Pe(I);
      {
        var B = (H) => {
          var w = lu();
          Te(w, 20, () => r(h), (L) => L, (L, W) => {
            const G = /* @__PURE__ */ O(() => {
              const [q, C] = [Math.floor(W / r(f)[1]), W % r(f)[1]];
              return { layer: q, head: C };
            });
            var ce = ou(), pe = E(ce), we = E(pe), Se = c(we), k = $(Se, !0);
            D(
              (q) => {
                ue(pe, "aria-pressed", t().layer === r(G).layer && t().head === r(G).head), U(we, `L${r(G).layer ?? ""}H${r(G).head ?? ""} `), U(k, q);
              },
              [
                () => r(a) === "entropy" ? `${r(u)[W].toFixed(2)} nats` : Ut(r(u)[W])
              ]
            ), Fe("pointerenter", pe, () => {
              t().hoverHead = {
                layer: r(G).layer,
                head: r(G).head
              }, t().paint = "attention";
            }), Fe("pointerleave", pe, () => t().hoverHead = null), ne("click", pe, () => t().takeHead(r(G).layer, r(G).head)), g(L, ce);
          }), g(H, w);
        }, te = (H) => {
          {
            let w = /* @__PURE__ */ O(() => r(a) === "entropy" ? 0 : 1), L = /* @__PURE__ */ O(() => r(a) === "entropy" ? "nats" : "of its attention"), W = /* @__PURE__ */ O(() => t().layer !== null && t().head !== null ? [t().layer, t().head] : null);
            dn(H, {
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
                return r(w);
              },
              get unit() {
                return r(L);
              },
              get picked() {
                return r(W);
              },
              onhover: (G) => {
                t().hoverHead = G && { layer: G[0], head: G[1] }, G && t().paint !== "readers" && t().paint !== "sources" && (t().paint = "attention");
              },
              onpick: ([G, ce]) => t().takeHead(G, ce, t().paint === "readers" ? "readers" : "attention")
            });
          }
        };
        K(V, (H) => {
          r(s) ? H(B) : H(te, -1);
        });
      }
      var X = c(V, 2), J = E(X), de = c(J, 2), ie = c(de, 2), Q = $(ie), P = c(X, 2);
      {
        var R = (H) => {
          var w = uu(), L = $(w);
          D((W) => U(L, `Most by: ${W ?? ""}.`), [
            () => r(d).map((W) => `${e.study.label(W.position)} ${Ut(W.weight)}`).join(", ")
          ]), g(H, w);
        };
        K(P, (H) => {
          r(d).length && H(R);
        });
      }
      var re = c(P, 2);
      {
        var le = (H) => {
          const w = /* @__PURE__ */ O(() => l.view.arrays.weights);
          var L = cu(), W = Pe(L), G = $(W), ce = c(W, 2), pe = E(ce);
          {
            let we = /* @__PURE__ */ O(() => [t().at, t().place ?? t().at]);
            dn(pe, {
              label: "Pattern",
              get values() {
                return r(w).data;
              },
              get rows() {
                return r(w).shape[0];
              },
              get columns() {
                return r(w).shape[1];
              },
              high: 1,
              rowName: "query",
              columnName: "key",
              get picked() {
                return r(we);
              },
              onpick: ([Se, k]) => {
                t().place = k, Se < e.study.tokens.length && (t().focus = Se);
              }
            });
          }
          D(() => U(G, `Queries from top to bottom, keys from left to right${r(m) === null ? "" : `; row ${r(m)} is the token that is pointed at`}.`)), g(H, L);
        };
        K(re, (H) => {
          r(i) && l.view && H(le);
        });
      }
      var ge = c(re, 2);
      {
        var me = (H) => {
          var w = za(), L = $(w, !0);
          D(() => U(L, l.error)), g(H, w);
        };
        K(ge, (H) => {
          l.error && H(me);
        });
      }
      D(() => {
        ue(J, "aria-pressed", t().paint === "attention"), ue(de, "aria-pressed", t().paint === "readers"), de.disabled = t().place === null, ue(ie, "aria-pressed", r(i)), ie.disabled = t().layer === null, U(Q, `whole pattern${t().layer === null ? "" : ` of L${t().layer}H${t().head}`}`);
      }), ne("click", J, () => t().paint = "attention"), ne("click", de, () => t().paint = t().paint === "readers" ? "attention" : "readers"), ne("click", ie, () => A(i, !r(i))), g(x, I);
    };
    K(Y, (x) => {
      r(o) && x(z);
    });
  }
  D(() => ue(F, "aria-pressed", r(s))), ne("click", F, () => A(s, !r(s))), g(n, _), Xe();
}
dt(["click"]);
var vu = /* @__PURE__ */ S('&nbsp;over <b> </b> <button type="button" class="link">alone</button>', 1), pu = /* @__PURE__ */ S('<span class="fine">logit of <b> </b><!> <!></span>'), Ba = /* @__PURE__ */ S('<p class="error" role="alert"> </p>'), _u = /* @__PURE__ */ S('<p class="fine">Click a token of the answer.</p>'), gu = /* @__PURE__ */ S('<li><button type="button" class="head"> <b> </b></button></li>'), mu = /* @__PURE__ */ S('<button type="button" class="part"><span class="part-name"> </span> <span class="half"><i class="minus"></i></span><span class="half"><i class="plus"></i></span> <span class="value"> </span></button>'), bu = /* @__PURE__ */ S('<div class="bar-row" role="listitem"><span class="tick"> </span> <!></div>'), yu = /* @__PURE__ */ S("<li> <b> </b></li>"), wu = /* @__PURE__ */ S('<ol class="best"></ol> <p class="fine"> </p>', 1), ku = /* @__PURE__ */ S("<!> <!> <!>", 1), xu = /* @__PURE__ */ S(`<p class="fine">Heads: what each writes along this token's direction, after the final norm. Orange raises the logit, blue lowers it.</p> <div class="columns"><!> <div><h3>Largest heads</h3> <ol class="best"></ol></div></div> <div class="row" role="group" aria-label="What the head's map shows"><span class="fine">map of the head:</span> <button type="button">where it looks</button> <button type="button">what it adds from there</button></div> <h3>By layer</h3> <div class="bars" role="list"></div> <p class="fine"> </p> <!> <form class="row"><label>contrast with <input placeholder="another word" size="12"/></label><button type="submit">compare</button></form>`, 1), Su = /* @__PURE__ */ S('<section class="card" aria-label="Attribution"><!> <!> <!> <!></section>');
function Eu(n, e) {
  Ge(e, !0);
  let t = Ue(e, "session", 7);
  const a = /* @__PURE__ */ O(() => t().target ? {
    target: t().target.id,
    contrast: t().contrast?.id ?? null,
    focus: t().at
  } : null), s = new Vr(t(), () => r(a) ? { study: e.study, name: "parts", asked: r(a) } : null);
  let i = /* @__PURE__ */ j(null);
  const o = new Vr(t(), () => r(a) && r(i) !== null ? {
    study: e.study,
    name: "neurons",
    asked: { ...r(a), layer: r(i), top_k: 40 }
  } : null), l = /* @__PURE__ */ O(() => s.view?.about), u = /* @__PURE__ */ O(() => s.view?.arrays.heads), f = /* @__PURE__ */ O(() => {
    if (!r(u)) return [];
    const [z, x] = r(u).shape;
    return Array.from({ length: z * x }, (I, V) => ({
      layer: Math.floor(V / x),
      head: V % x,
      value: r(u).data[V]
    })).sort((I, V) => Math.abs(V.value) - Math.abs(I.value)).slice(0, 8);
  }), h = {
    attn_out: "attention",
    mlp_out: "MLP",
    deepstack: "deepstack"
  }, p = /* @__PURE__ */ O(() => {
    if (!s.view) return { layers: [], rest: [], high: 1 };
    const z = s.view.arrays.values.data, x = [], I = [];
    return r(l).labels.forEach((V, B) => {
      const te = /^(\d+)_(.+)$/.exec(V);
      te ? (x[Number(te[1])] ??= { layer: Number(te[1]), parts: [] }).parts.push({ name: h[te[2]] ?? te[2], value: z[B] }) : I.push({ name: V.replace(/_/g, " "), value: z[B] });
    }), {
      layers: x,
      rest: I,
      high: Math.max(...Array.from(z, Math.abs), 1e-6)
    };
  }), m = /* @__PURE__ */ O(() => r(u) ? {
    name: "attribution-heads",
    svg: () => va(r(u).data, r(u).shape[0], r(u).shape[1], (z) => jt(z / r(f).reduce((x, I) => Math.max(x, Math.abs(I.value)), 1e-9), !0), `logit of ${r(l).answer.text}, by head`),
    csv: () => [
      ["part", "value"],
      ...r(l).labels.map((z, x) => [z, s.view.arrays.values.data[x]]),
      ...Array.from(r(u).data, (z, x) => [
        `L${Math.floor(x / r(u).shape[1])}H${x % r(u).shape[1]}`,
        z
      ])
    ]
  } : null);
  let d = /* @__PURE__ */ j("");
  var _ = Su(), y = E(_);
  {
    let z = /* @__PURE__ */ O(() => r(l)?.code ?? "");
    rr(y, {
      title: "Attribution",
      get code() {
        return r(z);
      },
      get exporter() {
        return r(m);
      },
      children: (x, I) => {
        var V = pu(), B = c(E(V)), te = $(B, !0), X = c(B);
        {
          var J = (Q) => {
            var P = vu(), R = c(Pe(P)), re = $(R, !0), le = c(R, 2);
            D((ge) => U(re, ge), [() => lt(r(l).contrast.text)]), ne("click", le, () => t().contrast = null), g(Q, P);
          };
          K(X, (Q) => {
            r(l)?.contrast && Q(J);
          });
        }
        var de = c(X, 2);
        {
          var ie = (Q) => {
            var P = Kn();
            D((R) => U(P, `= ${R ?? ""}`), [() => Nt(r(l).logit)]), g(Q, P);
          };
          K(de, (Q) => {
            r(l) && Q(ie);
          });
        }
        D((Q) => U(te, Q), [
          () => r(l) ? lt(r(l).answer.text) : lt(t().target?.text ?? "")
        ]), g(x, V);
      },
      $$slots: { default: !0 }
    });
  }
  var v = c(y, 2);
  {
    var M = (z) => {
      var x = Ba(), I = $(x, !0);
      D(() => U(I, s.error)), g(z, x);
    };
    K(v, (z) => {
      s.error && z(M);
    });
  }
  var b = c(v, 2);
  {
    var N = (z) => {
      var x = _u();
      g(z, x);
    };
    K(b, (z) => {
      t().target || z(N);
    });
  }
  var F = c(b, 2);
  {
    var Y = (z) => {
      var x = xu(), I = c(Pe(x), 2), V = E(I);
      {
        let w = /* @__PURE__ */ O(() => t().layer !== null && t().head !== null ? [t().layer, t().head] : null);
        dn(V, {
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
            return r(w);
          },
          onhover: (L) => {
            t().hoverHead = L && { layer: L[0], head: L[1] }, L && t().paint === "none" && (t().paint = "attention");
          },
          onpick: ([L, W]) => t().takeHead(L, W, t().paint === "sources" ? "sources" : "attention")
        });
      }
      var B = c(V, 2), te = c(E(B), 2);
      Te(te, 21, () => r(f), (w) => `${w.layer} ${w.head}`, (w, L) => {
        var W = gu(), G = E(W), ce = E(G), pe = c(ce), we = $(pe, !0);
        D(
          (Se) => {
            ue(G, "aria-pressed", t().layer === r(L).layer && t().head === r(L).head), U(ce, `L${r(L).layer ?? ""}H${r(L).head ?? ""} `), U(we, Se);
          },
          [() => Zt(r(L).value)]
        ), Fe("pointerenter", G, () => t().hoverHead = r(L)), Fe("pointerleave", G, () => t().hoverHead = null), ne("click", G, () => t().takeHead(r(L).layer, r(L).head, t().paint === "sources" ? "sources" : "attention")), g(w, W);
      });
      var X = c(I, 2), J = c(E(X), 2), de = c(J, 2), ie = c(X, 4);
      Te(ie, 21, () => r(p).layers, Ce, (w, L) => {
        var W = tr(), G = Pe(W);
        {
          var ce = (pe) => {
            var we = bu(), Se = E(we), k = $(Se, !0), q = c(Se, 2);
            Te(q, 17, () => r(L).parts, Ce, (C, Z) => {
              var ae = mu(), Ee = E(ae), _e = $(Ee, !0), fe = c(Ee, 2), se = E(fe);
              let ve;
              var be = c(fe), ye = E(be);
              let Ae;
              var Ke = c(be, 2), Ve = $(Ke, !0);
              D(
                (Ie, Be) => {
                  ae.disabled = r(Z).name !== "MLP", ue(ae, "title", `${r(Z).name ?? ""} of layer ${r(L).layer ?? ""}: ${Ie ?? ""} logits${r(Z).name === "MLP" ? "; click for its neurons" : ""}`), ue(ae, "aria-pressed", r(Z).name === "MLP" ? r(i) === r(L).layer : void 0), U(_e, r(Z).name), ve = ze(se, "", ve, {
                    width: `${r(Z).value < 0 ? 100 * -r(Z).value / r(p).high : 0}%`
                  }), Ae = ze(ye, "", Ae, {
                    width: `${r(Z).value > 0 ? 100 * r(Z).value / r(p).high : 0}%`
                  }), U(Ve, Be);
                },
                [
                  () => Zt(r(Z).value),
                  () => Zt(r(Z).value)
                ]
              ), ne("click", ae, () => A(i, r(i) === r(L).layer ? null : r(L).layer, !0)), g(C, ae);
            }), D(() => U(k, r(L).layer)), g(pe, we);
          };
          K(G, (pe) => {
            r(L) && pe(ce);
          });
        }
        g(w, W);
      });
      var Q = c(ie, 2), P = $(Q), R = c(Q, 2);
      {
        var re = (w) => {
          var L = ku(), W = Pe(L);
          {
            let Se = /* @__PURE__ */ O(() => o.view?.about.code ?? "");
            rr(W, {
              get title() {
                return `Neurons of layer ${r(i) ?? ""}`;
              },
              get code() {
                return r(Se);
              }
            });
          }
          var G = c(W, 2);
          {
            var ce = (Se) => {
              var k = Ba(), q = $(k, !0);
              D(() => U(q, o.error)), g(Se, k);
            };
            K(G, (Se) => {
              o.error && Se(ce);
            });
          }
          var pe = c(G, 2);
          {
            var we = (Se) => {
              var k = wu(), q = Pe(k);
              Te(q, 22, () => Array.from(o.view.arrays.numbers.data), (ae) => ae, (ae, Ee, _e) => {
                var fe = yu(), se = E(fe), ve = c(se), be = $(ve, !0);
                D(
                  (ye) => {
                    U(se, `N${Ee ?? ""} `), U(be, ye);
                  },
                  [() => Zt(o.view.arrays.values.data[r(_e)])]
                ), g(ae, fe);
              });
              var C = c(q, 2), Z = $(C);
              D((ae) => U(Z, `All others together ${ae ?? ""}.`), [() => Zt(o.view.about.rest)]), g(Se, k);
            };
            K(pe, (Se) => {
              o.view && Se(we);
            });
          }
          g(w, L);
        };
        K(R, (w) => {
          r(i) !== null && w(re);
        });
      }
      var le = c(R, 2), ge = E(le), me = c(E(ge)), H = c(ge);
      D(
        (w, L) => {
          ue(J, "aria-pressed", t().paint === "attention"), ue(de, "aria-pressed", t().paint === "sources"), U(P, `Beside the layers: ${w ?? ""}. The parts sum to the model's own logit; left over: ${L ?? ""}.`), H.disabled = !r(d);
        },
        [
          () => r(p).rest.map((w) => `${w.name} ${Zt(w.value)}`).join(", "),
          () => r(l).error.toExponential(1)
        ]
      ), ne("click", J, () => t().paint = "attention"), ne("click", de, () => t().paint = "sources"), Fe("submit", le, async (w) => {
        w.preventDefault();
        const L = await t().during(e.study.view("parts", {
          target: t().target.id,
          contrast: r(d),
          focus: t().at
        }));
        L?.about.contrast && (t().contrast = L.about.contrast);
      }), kt(me, () => r(d), (w) => A(d, w)), g(z, x);
    };
    K(F, (z) => {
      s.view && r(u) && z(Y);
    });
  }
  g(n, _), Xe();
}
dt(["click"]);
var Au = /* @__PURE__ */ js('<polyline fill="none" stroke-width="2"><title> </title></polyline>'), Mu = /* @__PURE__ */ S("<span><i></i> </span>"), Nu = /* @__PURE__ */ S('<figure class="curve"><svg viewBox="0 0 320 120" role="img" aria-label="Effect by layer"><!><line x1="10" x2="310" stroke="currentColor" opacity=".3"></line></svg> <figcaption class="fine"><!> </figcaption></figure>'), Tu = /* @__PURE__ */ S('<p class="fine"> </p> <!>', 1);
function Js(n, e) {
  Ge(e, !0);
  let t = Ue(e, "session", 7);
  const a = /* @__PURE__ */ O(() => e.sweep.arrays.effect.shape), s = /* @__PURE__ */ O(() => r(a)[1] > 0 && r(a)[1] <= 6);
  function i(d) {
    if (e.sweep.about.axis !== "position") return;
    const _ = new Float32Array(e.study.tokens.length).fill(NaN);
    e.sweep.about.columns.forEach((y, v) => _[y] = e.sweep.arrays.effect.data[d * r(a)[1] + v]), t().sweep = {
      values: _,
      label: `${e.name} at layer ${d}: ${e.sweep.about.measure}`
    }, t().paint = "sweep";
  }
  ft(() => {
    e.onexport?.({
      name: e.name,
      svg: () => va(e.sweep.arrays.effect.data, r(a)[0], r(a)[1], (d) => jt(d, !0), e.sweep.about.measure),
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
    for (const y of e.sweep.arrays.effect.data) Number.isNaN(y) || ([d, _] = [Math.min(d, y), Math.max(_, y)]);
    return [d, _];
  });
  var l = Tu(), u = Pe(l), f = $(u, !0), h = c(u, 2);
  {
    var p = (d) => {
      var _ = Nu(), y = E(_), v = E(y);
      Te(v, 17, () => e.sweep.about.labels, Ce, (Y, z, x) => {
        const I = /* @__PURE__ */ O(() => Array.from({ length: r(a)[0] }, (X, J) => [
          J,
          e.sweep.arrays.effect.data[J * r(a)[1] + x]
        ]).filter(([, X]) => !Number.isNaN(X)));
        var V = Au(), B = E(V), te = $(B, !0);
        D(
          (X) => {
            ue(V, "stroke", mr[x % 6]), ue(V, "points", X), U(te, r(z));
          },
          [
            () => r(I).map(([X, J]) => `${10 + 300 * X / Math.max(1, r(a)[0] - 1)},${110 - 100 * (J - r(o)[0]) / (r(o)[1] - r(o)[0])}`).join(" ")
          ]
        ), g(Y, V);
      });
      var M = c(v), b = c(y, 2), N = E(b);
      Te(N, 17, () => e.sweep.about.labels, Ce, (Y, z, x) => {
        var I = Mu(), V = E(I);
        let B;
        var te = c(V, 1, !0);
        D(() => {
          B = ze(V, "", B, { background: mr[x % 6] }), U(te, r(z));
        }), g(Y, I);
      });
      var F = c(N);
      D(
        (Y, z) => {
          ue(M, "y1", 110 + 100 * r(o)[0] / (r(o)[1] - r(o)[0])), ue(M, "y2", 110 + 100 * r(o)[0] / (r(o)[1] - r(o)[0])), U(F, ` · layers 0 to ${r(a)[0] - 1}, from ${Y ?? ""} to ${z ?? ""}`);
        },
        [
          () => r(o)[0].toFixed(2),
          () => r(o)[1].toFixed(2)
        ]
      ), g(d, _);
    }, m = (d) => {
      {
        let _ = /* @__PURE__ */ O(() => e.sweep.about.axis === "position" ? e.sweep.about.columns.map((y) => e.study.label(y)) : null);
        dn(d, {
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
          onhover: (y) => y && i(y[0]),
          onpick: ([y, v]) => {
            i(y), e.sweep.about.axis === "head" ? t().takeHead(y, v) : e.sweep.about.axis === "position" && t().takePlace(e.sweep.about.columns[v]);
          }
        });
      }
    };
    K(h, (d) => {
      r(s) ? d(p) : d(m, -1);
    });
  }
  D(() => U(f, e.sweep.about.measure)), g(n, l), Xe();
}
var Pu = /* @__PURE__ */ S('<span class="fine">change something, see the answer change</span>'), Lu = /* @__PURE__ */ S('<p><button type="button"> </button></p>'), In = /* @__PURE__ */ S("<option> </option>"), Ou = /* @__PURE__ */ S("<label>where <select></select></label>"), Ru = /* @__PURE__ */ S("<label>heads <select><option>the picked one (with its layer)</option><option>all</option></select></label>"), Cu = /* @__PURE__ */ S("<label>to <select><option>image</option><option>the selection</option><option>the kept token</option><option>text</option></select></label>"), Iu = /* @__PURE__ */ S('<label>strength <input type="number" step="any"/></label>'), qa = /* @__PURE__ */ S('<p class="error" role="alert"> </p>'), Fu = /* @__PURE__ */ S('<li><label><input type="checkbox"/> </label> <button type="button" class="link" aria-label="Remove this change">remove</button></li>'), ju = /* @__PURE__ */ S('<button type="button" aria-pressed="true">views show the changed model</button>'), Uu = /* @__PURE__ */ S('<button type="button" aria-pressed="false">show views of the changed model</button>'), Du = /* @__PURE__ */ S('<ul class="changes"></ul> <p><button type="button"> </button> <!></p>', 1), Hu = /* @__PURE__ */ S('<tr><th scope="row"> </th><td><span> </span></td><td><span> </span></td><td> </td></tr>'), zu = /* @__PURE__ */ S('<div class="before-after" aria-live="polite"><div><small>before</small><p class="answer"> </p></div> <div aria-hidden="true">→</div> <div><small>after</small><p class="answer" data-after=""> </p></div> <p class="fine"> </p></div> <table class="words"><thead><tr><th scope="col">next token</th><th scope="col">before</th><th scope="col">after</th><th scope="col">logit</th></tr></thead><tbody></tbody></table>', 1), Bu = /* @__PURE__ */ S('<span class="fine">every layer in turn</span>'), qu = /* @__PURE__ */ S("<label>at <select></select></label>"), Wu = /* @__PURE__ */ S("<label>over <select><option>groups of tokens</option><option>single tokens</option><option>heads</option></select></label>"), Ku = /* @__PURE__ */ S('<label>window <input type="number" min="1"/></label>'), Vu = /* @__PURE__ */ S('<button type="button" class="primary">cancel</button>'), Ju = /* @__PURE__ */ S('<button type="submit" class="primary">start</button>'), Yu = /* @__PURE__ */ S('<label class="row grow"> <progress></progress> </label>'), Gu = /* @__PURE__ */ S('<section class="card" aria-label="Changes"><!> <!> <form class="form"><label>what <select></select></label> <!> <label>layers <input list="layer-choices" size="8"/></label> <datalist id="layer-choices"><option></option><option></option><option></option></datalist> <!> <label> <select><option>all</option><option>the focus</option><option>the kept token</option><option>the selection</option><option>image</option><option>text</option></select></label> <!> <!> <button type="submit" class="primary">add</button></form> <!> <!> <!></section> <section class="card" aria-label="Sweeps"><!> <form class="form"><label>what <select><option>patch from the second image</option><option>estimate patches by gradients</option><option>knock attention out</option></select></label> <!> <!> <!> <!></form> <p class="fine"> </p> <!> <!> <!></section>', 1);
function Xu(n, e) {
  Ge(e, !0);
  let t = Ue(e, "session", 7);
  const a = /* @__PURE__ */ O(() => t().clean ?? e.study);
  let s = /* @__PURE__ */ j("zero"), i = /* @__PURE__ */ j("z"), o = /* @__PURE__ */ j("all"), l = /* @__PURE__ */ j("all"), u = /* @__PURE__ */ j("picked"), f = /* @__PURE__ */ j("image"), h = /* @__PURE__ */ j(1), p = /* @__PURE__ */ j(null), m = /* @__PURE__ */ j(!1), d = /* @__PURE__ */ j("");
  const _ = {
    zero: "set to zero",
    mean: "set to the mean",
    scale: "scale",
    block: "block attention",
    patch: "patch from the second",
    resample: "resample from the second",
    steer: "steer to the second",
    project: "take out the difference from the second"
  }, y = ["patch", "resample", "steer", "project"], v = {
    z: "heads",
    attn_out: "attention",
    mlp_out: "MLP",
    resid_post: "stream behind the layer",
    resid_mid: "stream between",
    resid_pre: "stream before the layer"
  }, M = /* @__PURE__ */ O(() => Object.keys(_).filter((T) => t().second || !y.includes(T)));
  function b(T) {
    return T === "selection" ? [...t().selected].sort((ee, oe) => ee - oe) : T === "image" ? r(a).tokens.filter((ee) => ee.kind === "image").map((ee) => ee.position) : T === "text" ? r(a).tokens.filter((ee) => ee.kind !== "image").map((ee) => ee.position) : T === "token" ? t().place === null ? [] : [t().place] : T === "focus" ? [Math.min(t().at, r(a).nPrompt - 1)] : null;
  }
  function N() {
    const T = r(l) === "all" ? null : r(l) === "picked" ? t().layer === null ? [] : [t().layer] : F(r(l)), ee = {
      kind: r(s),
      point: r(s) === "block" ? "z" : r(i),
      layers: T,
      heads: r(u) === "picked" && (r(s) === "block" || r(i) === "z") && t().head !== null && r(l) !== "all" ? [t().head] : null,
      positions: b(r(o)),
      keys: r(s) === "block" ? b(r(f)) : null,
      strength: r(h),
      source: y.includes(r(s)) ? t().second?.id ?? null : null,
      on: !0
    };
    if ([ee.layers, ee.positions, ee.keys].some((oe) => oe?.length === 0)) {
      A(d, "This change has no layer or no token: pick a head, keep a token, or select some first.");
      return;
    }
    t().changes = [...t().changes, ee], I();
  }
  function F(T) {
    return T.split(",").flatMap((ee) => {
      const [oe, he] = ee.split("-").map(Number);
      return Number.isFinite(oe) ? Array.from({ length: (Number.isFinite(he) ? he : oe) - oe + 1 }, (Me, He) => oe + He) : [];
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
    ], I());
  }
  const z = (T, ee) => T === null ? ee : T.length > 6 ? `${T.length} (${T[0]}…${T.at(-1)})` : T.join(", "), x = (T) => `${_[T.kind]}${T.kind === "block" ? "" : ` · ${v[T.point]}`} · layers ${z(T.layers, "all")}${T.heads ? ` · head ${z(T.heads, "")}` : ""} · ${T.kind === "block" ? "from " : ""}tokens ${z(T.positions, "all")}${T.keys ? ` to ${z(T.keys, "all")}` : ""}${["scale", "steer"].includes(T.kind) ? ` · ×${T.strength}` : ""}`;
  async function I() {
    const T = t().changes.filter((he) => he.on).map(({ on: he, ...Me }) => ({
      ...Me,
      source: Me.source && t().second ? t().second.id : Me.source
    }));
    if (A(d, ""), t().write(), !T.length) {
      A(p, null), X();
      return;
    }
    const ee = ++V, oe = r(a);
    A(m, !0);
    try {
      for await (const he of t().source.stream(oe.id, "changes", { changes: T, max_new_tokens: 16 })) {
        if (ee !== V || r(a) !== oe) return;
        A(p, he);
      }
      t().clean && await te();
    } catch (he) {
      ee === V && A(d, he.message, !0);
    } finally {
      ee === V && A(m, !1);
    }
  }
  let V = 0;
  ft(() => {
    const T = r(a);
    T === B || T.answering || Ft(() => {
      B = T, V++, W(), ((ee) => {
        var oe = yr(ee, 4);
        A(p, oe[0]), A(P, oe[1]), A(d, oe[2], !0), A(m, oe[3], !0);
      })([null, null, "", !1]), t().changes.length && !t().clean && I();
    });
  });
  let B = null;
  async function te() {
    if (!r(p)) return;
    const T = r(a), { study: ee, after: oe } = r(p).about, he = await t().during(t().source.tokens(ee));
    if (!he || r(a) !== T) return;
    const Me = new Zn(t().source, ee, he);
    Me.answer = oe, Me.asked = r(a).asked, t().clean = r(a), t().study = Me;
  }
  function X() {
    t().clean && (t().study = t().clean, t().clean = null);
  }
  let J = /* @__PURE__ */ j("patching"), de = /* @__PURE__ */ j("groups"), ie = /* @__PURE__ */ j("resid_post"), Q = /* @__PURE__ */ j(1), P = /* @__PURE__ */ j(null), R = /* @__PURE__ */ j(null), re = null, le = /* @__PURE__ */ j(!1), ge = /* @__PURE__ */ j("");
  const me = /* @__PURE__ */ O(() => r(J) !== "knockout"), H = /* @__PURE__ */ O(() => {
    const T = r(a).tokens.filter((oe) => oe.kind === "image").length;
    return r(J) === "gradients" ? 3 : (r(J) === "knockout" || r(de) === "groups" ? 3 : r(de) === "heads" ? r(a).nHeads : t().selected.size || T + 1) * r(a).nLayers;
  }), w = /* @__PURE__ */ O(() => r(J) === "gradients" ? 2 * r(a).costs.graph_bytes : r(J) === "knockout" ? r(a).costs.stream_bytes : 2 * r(a).nLayers * r(a).costs.stream_bytes);
  async function L() {
    re?.abort(), re = new AbortController();
    const T = re;
    A(P, null), A(ge, ""), A(le, !0);
    const ee = t().selected.size ? [...t().selected].sort((he, Me) => he - Me) : null, oe = r(J) === "knockout" ? { window: r(Q) } : r(J) === "gradients" ? {
      source: t().second.id,
      point: r(ie) === "z" ? "z" : r(ie) === "resid_pre" || r(ie) === "resid_mid" ? "resid_post" : r(ie)
    } : {
      source: t().second.id,
      point: r(ie),
      over: r(de),
      positions: ee
    };
    try {
      for await (const he of t().source.stream(r(a).id, r(J), oe, T.signal)) A(P, he);
    } catch (he) {
      he.name !== "AbortError" && A(ge, he.message, !0);
    }
    re === T && A(le, !1);
  }
  function W() {
    re?.abort(), A(le, !1);
  }
  var G = Gu(), ce = Pe(G), pe = E(ce);
  {
    let T = /* @__PURE__ */ O(() => r(p)?.about.code ?? "");
    rr(pe, {
      title: "Changes",
      get code() {
        return r(T);
      },
      children: (ee, oe) => {
        var he = Pu();
        g(ee, he);
      },
      $$slots: { default: !0 }
    });
  }
  var we = c(pe, 2);
  {
    var Se = (T) => {
      var ee = Lu(), oe = E(ee), he = $(oe);
      D(() => U(he, `ablate L${t().layer ?? ""}H${t().head ?? ""}`)), ne("click", oe, Y), g(T, ee);
    };
    K(we, (T) => {
      t().layer !== null && T(Se);
    });
  }
  var k = c(we, 2), q = E(k), C = c(E(q));
  Te(C, 21, () => r(M), Ce, (T, ee) => {
    var oe = In(), he = $(oe, !0), Me = {};
    D(() => {
      U(he, _[r(ee)]), Me !== (Me = r(ee)) && (oe.value = (oe.__value = Me) ?? "");
    }), g(T, oe);
  }), gt(C);
  var Z = c(q, 2);
  {
    var ae = (T) => {
      var ee = Ou(), oe = c(E(ee));
      Te(oe, 21, () => Object.entries(v), Ce, (he, Me) => {
        var He = /* @__PURE__ */ O(() => yr(r(Me), 2));
        let vt = () => r(He)[0], Pt = () => r(He)[1];
        var Je = In(), yt = $(Je, !0), st = {};
        D(() => {
          U(yt, Pt()), st !== (st = vt()) && (Je.value = (Je.__value = st) ?? "");
        }), g(he, Je);
      }), gt(oe), wt(oe, () => r(i), (he) => A(i, he)), g(T, ee);
    };
    K(Z, (T) => {
      r(s) !== "block" && T(ae);
    });
  }
  var Ee = c(Z, 2), _e = c(E(Ee)), fe = c(Ee, 2), se = E(fe);
  se.value = se.__value = "all";
  var ve = c(se);
  ve.value = ve.__value = "picked";
  var be = c(ve), ye = {}, Ae = c(fe, 2);
  {
    var Ke = (T) => {
      var ee = Ru(), oe = c(E(ee)), he = E(oe);
      he.value = he.__value = "picked";
      var Me = c(he);
      Me.value = Me.__value = "all", gt(oe), wt(oe, () => r(u), (He) => A(u, He)), g(T, ee);
    };
    K(Ae, (T) => {
      (r(s) === "block" || r(i) === "z") && T(Ke);
    });
  }
  var Ve = c(Ae, 2), Ie = E(Ve), Be = c(Ie), Ze = E(Be);
  Ze.value = Ze.__value = "all";
  var ht = c(Ze);
  ht.value = ht.__value = "focus";
  var Dt = c(ht);
  Dt.value = Dt.__value = "token";
  var ke = c(Dt);
  ke.value = ke.__value = "selection";
  var Oe = c(ke);
  Oe.value = Oe.__value = "image";
  var Re = c(Oe);
  Re.value = Re.__value = "text", gt(Be);
  var et = c(Ve, 2);
  {
    var Ht = (T) => {
      var ee = Cu(), oe = c(E(ee)), he = E(oe);
      he.value = he.__value = "image";
      var Me = c(he);
      Me.value = Me.__value = "selection";
      var He = c(Me);
      He.value = He.__value = "token";
      var vt = c(He);
      vt.value = vt.__value = "text", gt(oe), wt(oe, () => r(f), (Pt) => A(f, Pt)), g(T, ee);
    };
    K(et, (T) => {
      r(s) === "block" && T(Ht);
    });
  }
  var Zs = c(et, 2);
  {
    var Qs = (T) => {
      var ee = Iu(), oe = c(E(ee));
      kt(oe, () => r(h), (he) => A(h, he)), g(T, ee);
    };
    K(Zs, (T) => {
      (r(s) === "scale" || r(s) === "steer") && T(Qs);
    });
  }
  var pa = c(k, 2);
  {
    var $s = (T) => {
      var ee = qa(), oe = $(ee, !0);
      D(() => U(oe, r(d))), g(T, ee);
    };
    K(pa, (T) => {
      r(d) && T($s);
    });
  }
  var _a = c(pa, 2);
  {
    var ei = (T) => {
      var ee = Du(), oe = Pe(ee);
      Te(oe, 21, () => t().changes, Ce, (Je, yt, st) => {
        var vr = Fu(), pr = E(vr), pt = E(pr), tt = c(pt), rt = c(pr, 2);
        D(
          (zt) => {
            Ds(pt, r(yt).on), U(tt, ` ${zt ?? ""}`);
          },
          [() => x(r(yt))]
        ), ne("change", pt, (zt) => {
          t().changes = t().changes.map((nr, xn) => xn === st ? { ...nr, on: zt.currentTarget.checked } : nr), I();
        }), ne("click", rt, () => {
          t().changes = t().changes.filter((zt, nr) => nr !== st), I();
        }), g(Je, vr);
      });
      var he = c(oe, 2), Me = E(he), He = $(Me, !0), vt = c(Me, 2);
      {
        var Pt = (Je) => {
          var yt = tr(), st = Pe(yt);
          {
            var vr = (pt) => {
              var tt = ju();
              ne("click", tt, X), g(pt, tt);
            }, pr = (pt) => {
              var tt = Uu();
              ne("click", tt, te), g(pt, tt);
            };
            K(st, (pt) => {
              t().clean ? pt(vr) : pt(pr, -1);
            });
          }
          g(Je, yt);
        };
        K(vt, (Je) => {
          r(p) && Je(Pt);
        });
      }
      D(() => {
        Me.disabled = r(m), U(He, r(m) ? "running…" : "run again");
      }), ne("click", Me, I), g(T, ee);
    };
    K(_a, (T) => {
      t().changes.length && T(ei);
    });
  }
  var ti = c(_a, 2);
  {
    var ri = (T) => {
      const ee = /* @__PURE__ */ O(() => (tt) => tt.filter((rt) => !rt.ends).map((rt) => rt.token.text).join("") || "∅");
      var oe = zu(), he = Pe(oe), Me = E(he), He = c(E(Me)), vt = $(He, !0), Pt = c(Me, 4), Je = c(E(Pt)), yt = $(Je, !0), st = c(Pt, 2), vr = $(st), pr = c(he, 2), pt = c(E(pr));
      Te(pt, 21, () => r(p).about.words, (tt) => tt.id, (tt, rt) => {
        var zt = Hu(), nr = E(zt), xn = $(nr, !0), Sn = c(nr);
        let Aa;
        var pi = E(Sn), _i = $(pi, !0), En = c(Sn);
        let Ma;
        var gi = E(En), mi = $(gi, !0), bi = c(En), yi = $(bi, !0);
        D(
          (wi, ki, xi, Si) => {
            U(xn, wi), Aa = ze(Sn, "", Aa, { "--share": `${100 * r(rt).before}%` }), U(_i, ki), Ma = ze(En, "", Ma, { "--share": `${100 * r(rt).after}%` }), U(mi, xi), U(yi, Si);
          },
          [
            () => lt(r(rt).text),
            () => Ut(r(rt).before),
            () => Ut(r(rt).after),
            () => Zt(r(rt).logit_after - r(rt).logit_before)
          ]
        ), g(tt, zt);
      }), D(
        (tt, rt, zt) => {
          U(vt, tt), U(yt, rt), U(vr, `KL ${zt ?? ""} nats at the first token`);
        },
        [
          () => r(ee)(r(p).about.before),
          () => r(ee)(r(p).about.after),
          () => r(p).arrays.kl.data[0].toPrecision(3)
        ]
      ), g(T, oe);
    };
    K(ti, (T) => {
      r(p) && T(ri);
    });
  }
  var ni = c(ce, 2), ga = E(ni);
  {
    let T = /* @__PURE__ */ O(() => r(P)?.about.code ?? "");
    rr(ga, {
      title: "Sweeps",
      get code() {
        return r(T);
      },
      get exporter() {
        return r(R);
      },
      children: (ee, oe) => {
        var he = Bu();
        g(ee, he);
      },
      $$slots: { default: !0 }
    });
  }
  var bn = c(ga, 2), ma = E(bn), yn = c(E(ma)), wn = E(yn);
  wn.value = wn.__value = "patching";
  var kn = c(wn);
  kn.value = kn.__value = "gradients";
  var ba = c(kn);
  ba.value = ba.__value = "knockout", gt(yn);
  var ya = c(ma, 2);
  {
    var ai = (T) => {
      var ee = qu(), oe = c(E(ee));
      Te(oe, 21, () => Object.entries(v), Ce, (he, Me) => {
        var He = /* @__PURE__ */ O(() => yr(r(Me), 2));
        let vt = () => r(He)[0], Pt = () => r(He)[1];
        var Je = In(), yt = $(Je, !0), st = {};
        D(() => {
          U(yt, Pt()), st !== (st = vt()) && (Je.value = (Je.__value = st) ?? "");
        }), g(he, Je);
      }), gt(oe), wt(oe, () => r(ie), (he) => A(ie, he)), g(T, ee);
    };
    K(ya, (T) => {
      r(J) !== "knockout" && T(ai);
    });
  }
  var wa = c(ya, 2);
  {
    var si = (T) => {
      var ee = Wu(), oe = c(E(ee)), he = E(oe);
      he.value = he.__value = "groups";
      var Me = c(he);
      Me.value = Me.__value = "positions";
      var He = c(Me);
      He.value = He.__value = "heads", gt(oe), wt(oe, () => r(de), (vt) => A(de, vt)), g(T, ee);
    };
    K(wa, (T) => {
      r(J) === "patching" && T(si);
    });
  }
  var ka = c(wa, 2);
  {
    var ii = (T) => {
      var ee = Ku(), oe = c(E(ee));
      D(() => ue(oe, "max", r(a).nLayers)), kt(oe, () => r(Q), (he) => A(Q, he)), g(T, ee);
    };
    K(ka, (T) => {
      r(J) === "knockout" && T(ii);
    });
  }
  var oi = c(ka, 2);
  {
    var li = (T) => {
      var ee = Vu();
      ne("click", ee, W), g(T, ee);
    }, ui = (T) => {
      var ee = Ju();
      D(() => ee.disabled = r(me) && !t().second), g(T, ee);
    };
    K(oi, (T) => {
      r(le) ? T(li) : T(ui, -1);
    });
  }
  var xa = c(bn, 2), ci = $(xa, !0), Sa = c(xa, 2);
  {
    var fi = (T) => {
      var ee = qa(), oe = $(ee, !0);
      D(() => U(oe, r(ge))), g(T, ee);
    };
    K(Sa, (T) => {
      r(ge) && T(fi);
    });
  }
  var Ea = c(Sa, 2);
  {
    var di = (T) => {
      var ee = Yu(), oe = E(ee), he = c(oe), Me = c(he);
      D(() => {
        U(oe, `${r(le) ? "running" : r(P) && r(P).about.done < r(P).about.of ? "stopped" : "done"} `), ue(he, "max", r(P)?.about.of ?? 1), Yn(he, r(P)?.about.done ?? 0), U(Me, ` ${r(P) ? `${r(P).about.done} of ${r(P).about.of} layers` : ""}`);
      }), g(T, ee);
    };
    K(Ea, (T) => {
      (r(le) || r(P)) && T(di);
    });
  }
  var hi = c(Ea, 2);
  {
    var vi = (T) => {
      Js(T, {
        get session() {
          return t();
        },
        get study() {
          return r(a);
        },
        get sweep() {
          return r(P);
        },
        get name() {
          return r(J);
        },
        onexport: (ee) => A(R, ee)
      });
    };
    K(hi, (T) => {
      r(P) && T(vi);
    });
  }
  D(
    (T) => {
      ye !== (ye = `0-${r(a).nLayers - 1}`) && (be.value = be.__value = ye), U(Ie, `${r(s) === "block" ? "from" : "tokens"} `), U(ci, T);
    },
    [
      () => r(me) && !t().second ? "Add a second image above: patches come from it." : `At most ${r(H).toLocaleString("en")} partial passes, ${qs(r(H) * r(a).passSeconds)} and ${pl(r(w))}${t().selected.size && r(J) === "patching" ? `, with the ${t().selected.size} selected tokens` : ""}.`
    ]
  ), Fe("submit", k, (T) => {
    T.preventDefault(), N();
  }), wt(C, () => r(s), (T) => A(s, T)), kt(_e, () => r(l), (T) => A(l, T)), wt(Be, () => r(o), (T) => A(o, T)), Fe("submit", bn, (T) => {
    T.preventDefault(), L();
  }), wt(yn, () => r(J), (T) => A(J, T)), g(n, G), Xe();
}
dt(["click", "change"]);
var Zu = /* @__PURE__ */ S('<button type="button" tabindex="-1"> </button>'), Qu = /* @__PURE__ */ S("<span> </span>"), $u = /* @__PURE__ */ S('<div><span class="name"><small> </small> <!></span> <!></div>'), ec = /* @__PURE__ */ S('<div class="lens" role="application" tabindex="0"><div class="lens-head lens-row"><span class="name">token</span><!></div> <div class="lens-body"></div></div>');
function tc(n, e) {
  Ge(e, !0);
  let t = Ue(e, "session", 7);
  const a = /* @__PURE__ */ O(() => e.painted.words.view), s = /* @__PURE__ */ O(() => e.view.arrays.ids.shape), i = /* @__PURE__ */ O(() => yr(r(s), 3)), o = /* @__PURE__ */ O(() => r(i)[0]), l = /* @__PURE__ */ O(() => r(i)[1]), u = /* @__PURE__ */ O(() => r(i)[2]), f = /* @__PURE__ */ O(() => Math.min(t().lensLayer ?? r(o) - 1, r(o) - 1)), h = /* @__PURE__ */ O(() => e.view.arrays.positions.data), p = 24;
  let m = /* @__PURE__ */ j(void 0), d = /* @__PURE__ */ j(0), _ = /* @__PURE__ */ j(400), y = !1, v = /* @__PURE__ */ j(/* @__PURE__ */ new Set());
  const M = /* @__PURE__ */ O(() => {
    if (e.mode === "word") return r(a) ? Wt(r(a).arrays.probs, e.painted.word) : [];
    if (e.mode === "find") return e.painted.found?.sum ?? [];
    if (e.mode === "entropy" || e.mode === "kl") return e.view.arrays[e.mode].data;
    const H = new Float32Array(r(o) * r(l));
    for (let w = 0; w < H.length; w++) H[w] = e.view.arrays.probs.data[w * r(u)];
    return H;
  }), b = /* @__PURE__ */ O(() => {
    if (e.mode === "top") return 1;
    let H = e.mode === "word" || e.mode === "find" ? 0.05 : 1e-6;
    for (let w = 0; w < r(M).length; w++) r(M)[w] > H && (H = r(M)[w]);
    return H;
  }), N = /* @__PURE__ */ O(() => {
    const H = Array.from({ length: r(o) }, (L, W) => {
      let G = 0;
      for (let ce = 0; ce < r(l); ce++) G += (r(M)[W * r(l) + ce] || 0) / r(b);
      return G / r(l);
    }), w = Math.max(...H, 1e-9);
    return H.map((L) => L / w);
  }), F = /* @__PURE__ */ O(() => {
    const H = [], w = e.view.arrays.ids.data, L = (W, G) => {
      if ((e.study.tokens[r(h)[W]]?.image ?? -1) !== (e.study.tokens[r(h)[G]]?.image ?? -1)) return !1;
      for (let ce = 0; ce < r(o); ce++) if (w[(ce * r(l) + W) * r(u)] !== w[(ce * r(l) + G) * r(u)]) return !1;
      return !0;
    };
    for (let W = 0; W < r(l); W++) {
      const G = H.at(-1);
      G && L(G.row, W) ? G.count++ : H.push({ row: W, count: 1 });
    }
    return H;
  }), Y = /* @__PURE__ */ O(() => e.folded && e.mode === "top" ? r(F).flatMap((H) => r(v).has(H.row) ? Array.from({ length: H.count }, (w, L) => ({ row: H.row + L, count: 1 })) : [H]) : Array.from({ length: r(l) }, (H, w) => ({ row: w, count: 1 }))), z = /* @__PURE__ */ O(() => Math.max(0, Math.floor(r(d) / p) - 6)), x = /* @__PURE__ */ O(() => Math.min(r(Y).length, Math.ceil((r(d) + r(_)) / p) + 6)), I = (H) => H === null ? -1 : r(h)[H] === H ? H : Array.prototype.indexOf.call(r(h), H), V = (H) => {
    let w = 0, L = r(Y).length - 1;
    for (; w < L; ) {
      const W = w + L + 1 >> 1;
      r(Y)[W].row <= H ? w = W : L = W - 1;
    }
    return w;
  }, B = /* @__PURE__ */ O(() => V(I(t().shownPlace))), te = /* @__PURE__ */ O(() => I(t().at) < 0 ? -1 : V(I(t().at))), X = (H, w, L) => e.mode === "top" ? L >= t().least ? lt(e.view.about.strings[e.view.arrays.ids.data[(w * r(l) + H) * r(u)]]) : "" : e.mode === "word" || e.mode === "find" ? L >= Math.max(t().least, 5e-4) ? Ut(L) : "" : Nt(L), J = (H, w) => Array.from({ length: r(u) }, (L, W) => {
    const G = (w * r(l) + H) * r(u) + W;
    return `${lt(e.view.about.strings[e.view.arrays.ids.data[G]])} ${Ut(e.view.arrays.probs.data[G])}`;
  }).join(", ");
  function de(H) {
    if (!r(m) || H < 0) return;
    const w = V(H) * p, L = r(_) - 50;
    (w < r(m).scrollTop || w + p > r(m).scrollTop + L) && (r(m).scrollTop = Math.max(0, w - L / 2));
  }
  ft(() => {
    const H = I(t().hoverPlace ?? t().place);
    (t().hoverPlace === null || !y) && de(H);
  }), ft(() => {
    const H = r(m)?.querySelector(`.lens-head [data-layer="${r(f)}"]`), w = r(m)?.querySelector(".lens-head .name");
    if (!r(m) || !H || !w) return;
    const L = H.offsetLeft - w.offsetWidth, W = H.offsetLeft + H.offsetWidth - r(m).clientWidth;
    L < r(m).scrollLeft ? r(m).scrollLeft = L : W > r(m).scrollLeft && (r(m).scrollLeft = W);
  });
  function ie(H) {
    const w = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-15, 0],
      PageDown: [15, 0]
    }[H.key], L = I(t().place);
    H.key === "Enter" && L >= 0 && Q(V(L)), w && (H.preventDefault(), w[0] && (t().place = r(h)[r(Y)[L < 0 ? 0 : Math.max(0, Math.min(r(Y).length - 1, V(L) + w[0]))].row]), t().lensLayer = Math.max(0, Math.min(r(o) - 1, r(f) + w[1])));
  }
  function Q(H) {
    const { row: w, count: L } = r(Y)[H];
    L > 1 && A(v, /* @__PURE__ */ new Set([...r(v), w]));
  }
  var P = ec();
  let R;
  var re = E(P), le = c(E(re));
  Te(le, 17, () => e.view.about.layers, Ce, (H, w, L) => {
    var W = Zu();
    ue(W, "data-layer", L);
    let G, ce;
    var pe = $(W, !0);
    D(
      (we) => {
        ue(W, "title", `layer ${r(w) ?? ""}; the bar is the mean over all positions`), G = Mt(W, 1, "", null, G, { current: L === r(f) }), ce = ze(W, "", ce, { "--mean": we }), U(pe, r(w));
      },
      [() => `${Math.round(100 * r(N)[L])}%`]
    ), ne("click", W, () => t().lensLayer = L), g(H, W);
  });
  var ge = c(re, 2);
  let me;
  Te(ge, 23, () => ({ length: Math.max(0, r(x) - r(z)) }), (H, w) => r(Y)[r(z) + w]?.row, (H, w, L) => {
    const W = /* @__PURE__ */ O(() => r(z) + r(L)), G = /* @__PURE__ */ O(() => {
      const { row: fe, count: se } = r(Y)[r(W)];
      return { row: fe, many: se };
    }), ce = /* @__PURE__ */ O(() => r(h)[r(G).row]);
    var pe = $u();
    let we, Se;
    var k = E(pe), q = E(k), C = $(q, !0), Z = c(q, 2);
    {
      var ae = (fe) => {
        var se = Kn();
        D(() => U(se, `▸ ${r(G).many ?? ""} alike`)), g(fe, se);
      }, Ee = (fe) => {
        var se = Kn();
        D((ve) => U(se, ve), [() => lt(e.study.label(r(ce)))]), g(fe, se);
      };
      K(Z, (fe) => {
        r(G).many > 1 ? fe(ae) : fe(Ee, -1);
      });
    }
    var _e = c(k, 2);
    Te(_e, 17, () => ({ length: r(o) }), Ce, (fe, se, ve, be) => {
      const ye = /* @__PURE__ */ O(() => r(M)[ve * r(l) + r(G).row] ?? NaN);
      var Ae = Qu();
      let Ke;
      ue(Ae, "data-layer", ve);
      let Ve;
      var Ie = $(Ae, !0);
      D(
        (Be, Ze, ht, Dt) => {
          Ke = Mt(Ae, 1, "cell", null, Ke, { here: ve === r(f) }), ue(Ae, "title", Be), Ve = ze(Ae, "", Ve, { background: Ze, color: ht }), U(Ie, Dt);
        },
        [
          () => J(r(G).row, ve),
          () => e.mode === "top" ? `color-mix(in srgb, var(--bar) ${Math.round(100 * Math.sqrt(r(ye) || 0))}%, transparent)` : jt(r(ye) / r(b), !1),
          () => e.mode === "top" ? null : Gn(r(ye) / r(b), !1),
          () => X(r(G).row, ve, r(ye))
        ]
      ), Fe("mouseenter", Ae, () => t().hoverPlace = r(ce)), Fe("mouseleave", Ae, () => t().hoverPlace = null), ne("click", Ae, () => {
        t().takePlace(r(ce)), t().lensLayer = ve;
      }), g(fe, Ae);
    }), D(
      (fe, se) => {
        we = Mt(pe, 1, "lens-row", null, we, {
          current: t().shownPlace !== null && r(W) === r(B),
          focus: r(W) === r(te)
        }), ue(pe, "data-row", r(G).row), ue(pe, "data-many", r(G).many), Se = ze(pe, "", Se, { top: `${r(W) * p}px` }), ue(k, "title", fe), U(C, se);
      },
      [
        () => r(G).many > 1 ? `${r(G).many} tokens that say the same at every layer: click to unfold` : e.study.label(r(ce)),
        () => e.study.number(r(ce))
      ]
    ), ne("click", k, () => r(G).many > 1 ? Q(r(W)) : t().takePlace(r(ce))), g(H, pe);
  }), Qr(P, (H) => A(m, H), () => r(m)), D(() => {
    ue(P, "aria-label", `Lens table: ${r(l) ?? ""} positions by ${r(o) ?? ""} layers. Arrow keys move, Enter unfolds.`), R = ze(P, "", R, { "--columns": r(o) }), me = ze(ge, "", me, { height: `${r(Y).length * p}px` });
  }), Fe("scroll", P, () => A(d, r(m).scrollTop, !0)), ne("keydown", P, ie), Fe("pointerenter", P, () => y = !0), Fe("pointerleave", P, () => y = !1), ha(P, "clientHeight", (H) => A(_, H)), g(n, P), Xe();
}
dt(["keydown", "click"]);
var rc = /* @__PURE__ */ S('<button type="button" class="map"><canvas></canvas><small> </small></button>'), nc = /* @__PURE__ */ S('<div class="maps" role="group"></div>'), ac = /* @__PURE__ */ js('<polyline fill="none" stroke-width="2"></polyline>'), sc = /* @__PURE__ */ S("<span><i></i> </span>"), ic = /* @__PURE__ */ S('<figure class="curve"><svg viewBox="0 0 320 84" role="img"><!><line x1="10" x2="310" y1="76" y2="76" stroke="currentColor" opacity=".3"></line></svg> <figcaption class="fine"><!> </figcaption></figure>'), oc = /* @__PURE__ */ S("<!> <!>", 1);
function lc(n, e) {
  Ge(e, !0);
  let t = Ue(e, "session", 7);
  const a = /* @__PURE__ */ O(() => e.words.arrays.positions.data), s = /* @__PURE__ */ O(() => e.study.images.find((v) => v.boxed)), i = /* @__PURE__ */ O(() => {
    const v = e.study.images.indexOf(r(s)), M = e.study.tokens.filter((F) => F.box && F.image === v && F.frame <= 0), b = M.some((F) => !F.global), N = new Map(Array.from(r(a), (F, Y) => [F, Y]));
    return M.filter((F) => !(F.global && b) && N.has(F.position)).map((F) => ({ box: F.box, row: N.get(F.position) }));
  }), o = /* @__PURE__ */ O(() => Array.from({ length: e.words.about.layers.length }, (v, M) => Wt(e.words.arrays.probs, e.painted.word, M))), l = /* @__PURE__ */ O(() => r(o).reduce((v, M) => r(i).reduce((b, { row: N }) => Math.max(b, M[N] || 0), v), 0.05));
  function u(v, M) {
    const b = ({ values: N, high: F }) => {
      const [Y, z] = r(s).size, x = 96 / Math.max(Y, z), I = v.getContext("2d");
      Object.assign(v, {
        width: Math.round(Y * x),
        height: Math.round(z * x)
      });
      for (const { row: V, box: B } of r(i))
        I.fillStyle = jt(N[V] / F, !1), I.fillRect(B[0] * x, B[1] * x, (B[2] - B[0]) * x + 0.5, (B[3] - B[1]) * x + 0.5);
    };
    return b(M), { update: b };
  }
  const f = /* @__PURE__ */ O(() => t().shownPlace ?? t().at), h = /* @__PURE__ */ O(() => {
    const v = Array.prototype.indexOf.call(r(a), r(f)), [M, b, N] = e.words.arrays.probs.shape;
    return v < 0 ? [] : Array.from({ length: M }, (F, Y) => ({
      word: e.words.about.words[Y],
      values: Array.from({ length: b }, (z, x) => e.words.arrays.probs.data[(Y * b + x) * N + v])
    }));
  });
  var p = oc(), m = Pe(p);
  {
    var d = (v) => {
      var M = nc();
      Te(M, 21, () => e.words.about.layers, Ce, (b, N, F) => {
        var Y = rc(), z = E(Y);
        Zo(z, (V, B) => u?.(V, B), () => ({ values: r(o)[F], high: r(l) }));
        var x = c(z), I = $(x, !0);
        D(() => {
          ue(Y, "aria-pressed", e.layer === F && t().paint === "word"), U(I, r(N));
        }), ne("click", Y, () => {
          t().lensLayer = F, t().paint = "word";
        }), g(b, Y);
      }), D(() => ue(M, "aria-label", `“${e.words.about.words[e.painted.word] ?? ""}” over the image, layer by layer`)), g(v, M);
    };
    K(m, (v) => {
      r(s) && r(i).length && v(d);
    });
  }
  var _ = c(m, 2);
  {
    var y = (v) => {
      var M = ic(), b = E(M), N = E(b);
      Te(N, 17, () => r(h), Ce, (x, I, V) => {
        let B = () => r(I).values;
        var te = ac();
        D(
          (X) => {
            ue(te, "stroke", mr[V % mr.length]), ue(te, "points", X);
          },
          [
            () => B().map((X, J) => `${10 + 300 * J / Math.max(1, B().length - 1)},${76 - 68 * (X || 0)}`).join(" ")
          ]
        ), g(x, te);
      });
      var F = c(b, 2), Y = E(F);
      Te(Y, 17, () => r(h), Ce, (x, I, V) => {
        let B = () => r(I).word, te = () => r(I).values;
        var X = sc(), J = E(X);
        let de;
        var ie = c(J);
        D(
          (Q) => {
            de = ze(J, "", de, { background: mr[V % mr.length] }), U(ie, `${B() ?? ""} ${Q ?? ""}`);
          },
          [() => Ut(te().at(-1) ?? 0)]
        ), g(x, X);
      });
      var z = c(Y);
      D(
        (x, I) => {
          ue(b, "aria-label", `Probability over layers at ${x ?? ""}`), U(z, ` over layers, at ${I ?? ""}`);
        },
        [
          () => e.study.label(r(f)),
          () => e.study.label(r(f))
        ]
      ), g(v, M);
    };
    K(_, (v) => {
      r(h).length && v(y);
    });
  }
  g(n, p), Xe();
}
dt(["click"]);
var uc = /* @__PURE__ */ S('<span class="fine">what each token says, if the model stopped at that layer</span>'), Wa = /* @__PURE__ */ S('<p class="error" role="alert"> </p>'), cc = /* @__PURE__ */ S('<p> <button type="button" class="primary">read it</button></p>'), fc = /* @__PURE__ */ S('<button type="button" title="its probability at every layer and token, however small">follow</button>'), Ka = /* @__PURE__ */ S('<button type="button"> </button>'), dc = /* @__PURE__ */ S('<p class="fine hits" role="status"> </p>'), hc = /* @__PURE__ */ S("<option> </option>"), vc = /* @__PURE__ */ S('<label title="what image tokens would say if the vision encoder stopped at a block"><input type="checkbox"/> vision blocks</label>'), pc = /* @__PURE__ */ S('<p class="fine"> </p>'), _c = /* @__PURE__ */ S('<div class="row"><form class="row" role="search"><input type="search" aria-label="Find a token" placeholder="find a token" size="12" autocomplete="off" spellcheck="false"/> <button type="button" aria-label="Previous hit">↑</button><button type="button" aria-label="Next hit">↓</button> <!></form> <div class="chips" role="group" aria-label="What the table shows"><button type="button">most probable</button> <!> <!></div></div> <!> <!> <div class="row"><label class="grow">layer <output> </output><input type="range" min="0"/></label> <button type="button"> </button> <label>hide below <select></select></label> <label><input type="checkbox"/> fold equal rows</label> <!></div> <!> <!> <!>', 1), gc = /* @__PURE__ */ S('<section class="card" aria-label="Lens"><!> <!> <!> <!></section>');
function mc(n, e) {
  Ge(e, !0);
  let t = Ue(e, "session", 7);
  const a = /* @__PURE__ */ O(() => e.painted.lens.view), s = /* @__PURE__ */ O(() => e.painted.words.view), i = /* @__PURE__ */ O(() => r(a)?.arrays.ids.shape ?? [0, 0, 0]), o = /* @__PURE__ */ O(() => yr(r(i), 3)), l = /* @__PURE__ */ O(() => r(o)[0]), u = /* @__PURE__ */ O(() => r(o)[1]), f = /* @__PURE__ */ O(() => r(o)[2]), h = /* @__PURE__ */ O(() => Math.min(t().lensLayer ?? r(l) - 1, Math.max(0, r(l) - 1)));
  let p = /* @__PURE__ */ j("top"), m = /* @__PURE__ */ j(!0), d = /* @__PURE__ */ j(-1), _ = /* @__PURE__ */ j(null);
  const y = /* @__PURE__ */ O(() => t().words.length ? t().words : t().target ? [t().target.text.trim() || "word"] : []), v = /* @__PURE__ */ O(() => ["entropy", "kl"].filter((P) => r(a)?.arrays[P])), M = /* @__PURE__ */ O(() => e.painted.found), b = /* @__PURE__ */ O(() => t().source.kind !== "page");
  function N(P, R = e.painted.word) {
    A(p, P, !0), t().word = R, (P === "top" || P === "word" || P === "find") && (t().paint = P);
  }
  function F(P) {
    t().find = P, A(d, -1), N(P.trim() ? "find" : "top");
  }
  function Y(P) {
    !r(M)?.hits.length || !r(a) || (A(
      d,
      r(d) < 0 && P < 0 ? r(M).hits.length - 1 : (r(d) + P + r(M).hits.length) % r(M).hits.length,
      !0
    ), t().takePlace(r(a).arrays.positions.data[r(M).hits[r(d)] % r(u)]), t().lensLayer = Math.floor(r(M).hits[r(d)] / r(u)));
  }
  function z() {
    const P = t().find.trim();
    P && (t().words = [...t().words.filter((R) => R !== P), P].slice(-8), t().find = "", N("word", t().words.length - 1));
  }
  function x() {
    const P = () => {
      clearInterval(r(_)), A(_, null);
    };
    if (r(_) !== null) return P();
    t().lensLayer = 0, A(_, setInterval(() => r(h) >= r(l) - 1 ? P() : t().lensLayer = r(h) + 1, 600), !0);
  }
  ft(() => () => clearInterval(r(_) ?? void 0));
  const I = /* @__PURE__ */ O(() => r(a) ? {
    name: "lens",
    csv: () => [
      [
        "layer",
        "position",
        "place",
        "token",
        "probability",
        ...r(v)
      ],
      ...Array.from({ length: r(l) * r(u) }, (P, R) => {
        const re = r(a).arrays.positions.data[R % r(u)];
        return [
          r(a).about.layers[Math.floor(R / r(u))],
          e.study.number(re),
          e.study.label(re),
          r(a).about.strings[r(a).arrays.ids.data[R * r(f)]],
          r(a).arrays.probs.data[R * r(f)],
          ...r(v).map((le) => r(a).arrays[le].data[R])
        ];
      })
    ]
  } : null);
  var V = gc(), B = E(V);
  {
    let P = /* @__PURE__ */ O(() => r(p) === "word" && r(s) ? r(s).about.code : r(a)?.about.code ?? "");
    rr(B, {
      title: "Logit lens",
      get code() {
        return r(P);
      },
      get exporter() {
        return r(I);
      },
      children: (R, re) => {
        var le = uc();
        g(R, le);
      },
      $$slots: { default: !0 }
    });
  }
  var te = c(B, 2);
  {
    var X = (P) => {
      var R = Wa(), re = $(R, !0);
      D(() => U(re, e.painted.lens.error)), g(P, R);
    };
    K(te, (P) => {
      e.painted.lens.error && P(X);
    });
  }
  var J = c(te, 2);
  {
    var de = (P) => {
      var R = cc(), re = E(R), le = c(re);
      D((ge, me) => U(re, `The lens of ${ge ?? ""} tokens at ${e.study.nLayers + 1} layers takes about ${me ?? ""}. `), [
        () => e.study.tokens.length.toLocaleString("en"),
        () => qs(e.painted.lensWaits)
      ]), ne("click", le, () => t().wantsLens = !0), g(P, R);
    };
    K(J, (P) => {
      e.painted.lensWaits && P(de);
    });
  }
  var ie = c(J, 2);
  {
    var Q = (P) => {
      var R = _c(), re = Pe(R), le = E(re), ge = E(le), me = c(ge, 2), H = c(me), w = c(H, 2);
      {
        var L = (ke) => {
          var Oe = fc();
          D((Re) => Oe.disabled = Re, [() => !t().find.trim()]), ne("click", Oe, z), g(ke, Oe);
        };
        K(w, (ke) => {
          r(b) && ke(L);
        });
      }
      var W = c(le, 2), G = E(W), ce = c(G, 2);
      Te(ce, 17, () => r(y), Ce, (ke, Oe, Re) => {
        var et = Ka(), Ht = $(et, !0);
        D(() => {
          ue(et, "aria-pressed", r(p) === "word" && e.painted.word === Re), U(Ht, r(Oe));
        }), ne("click", et, () => N("word", Re)), g(ke, et);
      });
      var pe = c(ce, 2);
      Te(pe, 17, () => r(v), Ce, (ke, Oe) => {
        var Re = Ka(), et = $(Re, !0);
        D(() => {
          ue(Re, "aria-pressed", r(p) === r(Oe)), U(et, r(Oe) === "kl" ? "KL to output" : r(Oe));
        }), ne("click", Re, () => N(r(Oe))), g(ke, Re);
      });
      var we = c(re, 2);
      {
        var Se = (ke) => {
          var Oe = dc(), Re = $(Oe);
          D((et, Ht) => U(Re, `Tokens that ${r(M).whole ? "are" : "contain"} “${et ?? ""}”: ${Ht ?? ""}`), [
            () => t().find.trim(),
            () => r(M).hits.length ? `${r(M).hits.length.toLocaleString("en")} hits in ${r(M).layers} of ${r(l)} layers, among the top ${r(f)}. ↓ goes to the most probable.` : `none among the top ${r(f)}, at any layer and position.`
          ]), g(ke, Oe);
        };
        K(we, (ke) => {
          r(M) && ke(Se);
        });
      }
      var k = c(we, 2);
      {
        var q = (ke) => {
          var Oe = Wa(), Re = $(Oe, !0);
          D(() => U(Re, e.painted.words.error)), g(ke, Oe);
        };
        K(k, (ke) => {
          e.painted.words.error && ke(q);
        });
      }
      var C = c(k, 2), Z = E(C), ae = c(E(Z)), Ee = $(ae, !0), _e = c(ae), fe = c(Z, 2), se = $(fe, !0), ve = c(fe, 2), be = c(E(ve));
      Te(be, 20, () => [0, 0.01, 0.05, 0.2, 0.5], Ce, (ke, Oe) => {
        var Re = hc(), et = $(Re), Ht = {};
        D(() => {
          U(et, `${100 * Oe}%`), Ht !== (Ht = Oe) && (Re.value = (Re.__value = Ht) ?? "");
        }), g(ke, Re);
      }), gt(be);
      var ye = c(ve, 2), Ae = E(ye), Ke = c(ye, 2);
      {
        var Ve = (ke) => {
          var Oe = vc(), Re = E(Oe);
          D(() => Ds(Re, t().vision)), ne("change", Re, (et) => {
            t().vision = et.currentTarget.checked, t().lensLayer !== null && (t().lensLayer = Math.max(0, t().lensLayer + (t().vision ? e.study.costs.n_vision : -e.study.costs.n_vision)));
          }), g(ke, Oe);
        };
        K(Ke, (ke) => {
          e.study.costs.n_vision && ke(Ve);
        });
      }
      var Ie = c(C, 2);
      {
        var Be = (ke) => {
          lc(ke, {
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
          r(s) && ke(Be);
        });
      }
      var Ze = c(Ie, 2);
      tc(Ze, {
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
          return r(p);
        },
        get folded() {
          return r(m);
        }
      });
      var ht = c(Ze, 2);
      {
        var Dt = (ke) => {
          var Oe = pc(), Re = $(Oe, !0);
          D(() => U(Re, t().note)), g(ke, Oe);
        };
        K(ht, (ke) => {
          t().note && ke(Dt);
        });
      }
      D(() => {
        Yn(ge, t().find), me.disabled = !r(M)?.hits.length, H.disabled = !r(M)?.hits.length, ue(G, "aria-pressed", r(p) === "top"), U(Ee, r(a).about.layers[r(h)]), ue(_e, "max", r(l) - 1), Yn(_e, r(h)), ue(_e, "aria-valuetext", r(a).about.layers[r(h)]), ue(fe, "aria-pressed", r(_) !== null), U(se, r(_) === null ? "play" : "stop");
      }), Fe("submit", le, (ke) => {
        ke.preventDefault(), Y(1);
      }), ne("input", ge, (ke) => F(ke.currentTarget.value)), ne("click", me, () => Y(-1)), ne("click", H, () => Y(1)), ne("click", G, () => N("top")), ne("input", _e, (ke) => {
        t().lensLayer = Number(ke.currentTarget.value), t().paint !== "word" && t().paint !== "find" && (t().paint = "top");
      }), ne("click", fe, x), wt(be, () => t().least, (ke) => t().least = ke), ol(Ae, () => r(m), (ke) => A(m, ke)), g(P, R);
    };
    K(ie, (P) => {
      r(a) && P(Q);
    });
  }
  g(n, V), Xe();
}
dt(["click", "input", "change"]);
var bc = /* @__PURE__ */ S('<th scope="col">and then</th>'), yc = /* @__PURE__ */ S("<td><span> </span> <small> </small></td>"), wc = /* @__PURE__ */ S('<tr><th scope="row"> </th><!></tr>'), kc = /* @__PURE__ */ S('<p class="fine facts"> </p>'), xc = /* @__PURE__ */ S('<h3> <small> </small></h3> <div class="reading"><table><caption class="hidden"> </caption><thead><tr><th scope="col">layer</th><th scope="col">says</th><!></tr></thead><tbody></tbody></table></div> <!>', 1);
function Sc(n, e) {
  Ge(e, !0);
  const t = /* @__PURE__ */ O(() => e.painted.lens.view), a = /* @__PURE__ */ O(() => e.painted.words.view), s = /* @__PURE__ */ O(() => e.session.shownPlace ?? e.session.at), i = /* @__PURE__ */ O(() => r(t) ? Array.prototype.indexOf.call(r(t).arrays.positions.data, r(s)) : -1), o = /* @__PURE__ */ O(() => r(t) ? Math.min(e.session.lensLayer ?? 1 / 0, r(t).about.layers.length - 1) : 0), l = /* @__PURE__ */ O(() => {
    if (!r(t) || r(i) < 0) return [];
    const { ids: m, probs: d } = r(t).arrays, [_, y, v] = m.shape;
    return Array.from({ length: _ }, (M, b) => ({
      nth: b,
      layer: r(t).about.layers[b],
      top: Array.from({ length: Math.min(3, v) }, (N, F) => {
        const Y = (b * y + r(i)) * v + F;
        return {
          text: r(t).about.strings[m.data[Y]],
          p: d.data[Y],
          id: r(t).arrays.tokens.data[m.data[Y]]
        };
      })
    })).reverse();
  }), u = /* @__PURE__ */ O(() => {
    if (!r(t) || r(i) < 0) return "";
    const m = r(t).arrays.ids.shape[1], d = r(o) * m + r(i), _ = [];
    r(t).arrays.entropy && _.push(`entropy ${Nt(r(t).arrays.entropy.data[d])} nats`), r(t).arrays.kl && _.push(`KL to output ${Nt(r(t).arrays.kl.data[d])} nats`);
    const y = r(a) ? r(a).arrays.probs.shape[1] * m : 0;
    return r(a) && r(a).arrays.probs.shape[2] === m && r(a).about.words.forEach((v, M) => {
      const b = r(a).arrays.ranks?.data[M * y + d];
      _.push(`“${v}” ${Ut(r(a).arrays.probs.data[M * y + d])}${b ? `, rank ${b > 127 && r(a).about.coded ? "about " : ""}${b.toLocaleString("en")}` : ""}`);
    }), _.length ? `Layer ${r(t).about.layers[r(o)]}: ${_.join("; ")}.` : "";
  });
  var f = tr(), h = Pe(f);
  {
    var p = (m) => {
      var d = xc(), _ = Pe(d), y = E(_), v = c(y), M = $(v), b = c(_, 2), N = E(b), F = E(N), Y = $(F), z = c(F), x = E(z), I = c(E(x), 2);
      {
        var V = (J) => {
          var de = bc();
          D(() => ue(de, "colspan", r(l)[0].top.length - 1)), g(J, de);
        };
        K(I, (J) => {
          r(l)[0].top.length > 1 && J(V);
        });
      }
      var B = c(z);
      Te(B, 21, () => r(l), ({ nth: J, layer: de, top: ie }) => J, (J, de) => {
        let ie = () => r(de).nth, Q = () => r(de).layer, P = () => r(de).top;
        var R = wc();
        let re;
        var le = E(R), ge = $(le, !0), me = c(le);
        Te(me, 17, P, Ce, (H, w) => {
          let L = () => r(w).text, W = () => r(w).p, G = () => r(w).id;
          var ce = yc();
          let pe, we;
          var Se = E(ce), k = $(Se, !0), q = c(Se, 2), C = $(q, !0);
          D(
            (Z, ae) => {
              pe = Mt(ce, 1, "", null, pe, { target: e.session.target?.id === G() }), we = ze(ce, "", we, { "--share": `${100 * W()}%` }), U(k, Z), U(C, ae);
            },
            [() => lt(L()), () => Ut(W())]
          ), g(H, ce);
        }), D(() => {
          re = Mt(R, 1, "", null, re, { here: ie() === r(o) }), U(ge, Q());
        }), g(J, R);
      });
      var te = c(b, 2);
      {
        var X = (J) => {
          var de = kc(), ie = $(de, !0);
          D(() => U(ie, r(u))), g(J, de);
        };
        K(te, (J) => {
          r(u) && J(X);
        });
      }
      D(
        (J, de, ie) => {
          U(y, `${e.session.shownPlace === null ? "The focus says" : "This token says"} `), U(M, `${J ?? ""}, position ${de ?? ""}, by layer`), ue(b, "data-reading", r(s)), U(Y, `Most probable tokens at position ${ie ?? ""}, layer by layer`);
        },
        [
          () => lt(e.study.label(r(s))),
          () => e.study.number(r(s)),
          () => e.study.number(r(s))
        ]
      ), g(m, d);
    };
    K(h, (m) => {
      r(l).length && m(p);
    });
  }
  g(n, f), Xe();
}
var Va = /* @__PURE__ */ S('<button type="button"> </button>'), Ec = /* @__PURE__ */ S('<div class="chips" role="group" aria-label="Which image"></div>'), Ac = /* @__PURE__ */ S('<div class="chips" role="group" aria-label="Which view"><button type="button">tiles</button> <button type="button">global view</button></div>'), Mc = /* @__PURE__ */ S('<label class="grow"> <input type="range" min="0"/></label>'), Nc = /* @__PURE__ */ S('<div class="row"><!> <!> <!></div>'), Tc = /* @__PURE__ */ S('<img alt=""/>'), Pc = /* @__PURE__ */ S('<div><div class="stage"><!> <div class="over" role="application" tabindex="0"><canvas></canvas></div></div></div> <div class="row tools"><div class="chips" role="group" aria-label="Tool"></div> <label class="zoom">zoom <input type="range" min="1" max="6" step="0.5" aria-label="Zoom"/></label></div>', 1), Lc = /* @__PURE__ */ S('<p class="fine">Tokens of this image stand for no place in it, so there is no map; the strip below shows them in their order.</p>'), Oc = /* @__PURE__ */ S('<p class="legend"><span> </span><span class="ramp"></span><span> </span><span class="label"> </span></p>'), Rc = /* @__PURE__ */ S('<p class="fine"> <button type="button" class="link">clear</button></p>'), Cc = /* @__PURE__ */ S('<div class="stage-box"><!> <!> <!> <p class="fine readout" role="status"> </p> <!></div>');
function Ys(n, e) {
  Ge(e, !0);
  let t = Ue(e, "session", 7), a = Ue(e, "name", 3, "Image"), s = Ue(e, "tall", 3, "58vh"), i = /* @__PURE__ */ j(0), o = /* @__PURE__ */ j(0), l = /* @__PURE__ */ j(!1), u = /* @__PURE__ */ j(1), f = /* @__PURE__ */ j("point"), h = /* @__PURE__ */ j(void 0), p = /* @__PURE__ */ j(0), m = /* @__PURE__ */ j(0), d = /* @__PURE__ */ j([]);
  const _ = /* @__PURE__ */ O(() => e.study.images[Math.min(r(i), e.study.images.length - 1)]), y = /* @__PURE__ */ O(() => r(_)?.size ?? [1, 1]), v = /* @__PURE__ */ O(() => e.study.tokens.filter((k) => k.kind === "image" && k.image === Math.min(r(i), e.study.images.length - 1))), M = /* @__PURE__ */ O(() => [...new Set(r(v).map((k) => k.frame))].filter((k) => k >= 0)), b = /* @__PURE__ */ O(() => [...new Set(r(v).map((k) => k.global))]), N = /* @__PURE__ */ O(() => r(v).filter((k) => k.box && (r(M).length ? k.frame === r(M)[Math.min(r(o), r(M).length - 1)] : r(b).length < 2 || k.global === r(l)))), F = /* @__PURE__ */ O(() => r(_) ? r(_).frames[Math.min(
    r(M).length ? Math.floor(Math.min(r(o), r(M).length - 1) / r(M).length * r(_).frames.length) : 0,
    r(_).frames.length - 1
  )] : null), Y = /* @__PURE__ */ O(() => r(_) && r(F) ? r(_).frames.indexOf(r(F)) : 0), z = /* @__PURE__ */ O(() => new Map(r(N).map((k) => [k.position, k]))), x = /* @__PURE__ */ O(() => r(p) ? r(p) / r(y)[0] : 0);
  ft(() => {
    const k = t().place === null ? null : e.study.tokens[t().place];
    k?.kind === "image" && (A(i, k.image, !0), k.frame >= 0 && A(
      o,
      [
        ...new Set(e.study.tokens.filter((q) => q.image === k.image && q.frame >= 0).map((q) => q.frame))
      ].indexOf(k.frame),
      !0
    ), A(l, k.global, !0));
  });
  function I() {
    if (!r(h) || !r(x)) return;
    const k = devicePixelRatio || 1, q = r(p) * r(y)[1] / r(y)[0];
    (r(h).width !== Math.round(r(p) * k) || r(h).height !== Math.round(q * k)) && (r(h).width = Math.round(r(p) * k), r(h).height = Math.round(q * k));
    const C = r(h).getContext("2d");
    C.setTransform(k * r(x), 0, 0, k * r(x), 0, 0), C.clearRect(0, 0, r(y)[0], r(y)[1]);
    const Z = 1 / r(x);
    if (e.painting) {
      const { values: ae, texts: Ee, signed: _e, high: fe } = e.painting, [se, ve] = Ee ? [0.5, 0] : _e ? [0.12, 0.72] : [0.42, 0.4];
      for (const { position: be, box: ye } of r(N)) {
        const Ae = ae[be] ?? NaN;
        Number.isNaN(Ae) || (C.globalAlpha = se + ve * Math.min(1, Math.abs(Ae) / fe), C.fillStyle = jt(Ae / fe, _e), C.fillRect(ye[0], ye[1], ye[2] - ye[0], ye[3] - ye[1]));
      }
      C.globalAlpha = 1, e.painting.texts && r(N).length <= 900 && B(C);
    } else if (r(N).length <= 4e3) {
      C.strokeStyle = "rgba(255,255,255,.28)", C.lineWidth = Z;
      for (const { box: ae } of r(N)) C.strokeRect(ae[0], ae[1], ae[2] - ae[0], ae[3] - ae[1]);
    }
    for (const ae of t().selected) V(C, ae, "#14e0c0", 2);
    t().place !== null && V(C, t().place, "#fff", 3), t().hoverPlace !== null && V(C, t().hoverPlace, "#ffe14d", 2), r(d).length > 1 && (C.strokeStyle = "#14e0c0", C.lineWidth = 2 * Z, C.beginPath(), r(f) === "box" ? C.rect(r(d)[0][0], r(d)[0][1], r(d).at(-1)[0] - r(d)[0][0], r(d).at(-1)[1] - r(d)[0][1]) : r(d).forEach(([ae, Ee], _e) => _e ? C.lineTo(ae, Ee) : C.moveTo(ae, Ee)), C.stroke());
  }
  function V(k, q, C, Z) {
    const ae = r(z).get(q)?.box;
    if (ae)
      for (const [Ee, _e] of [["#000", 2], [C, 0]])
        k.strokeStyle = Ee, k.lineWidth = (Z + _e) / r(x), k.strokeRect(ae[0], ae[1], ae[2] - ae[0], ae[3] - ae[1]);
  }
  function B(k) {
    k.textAlign = "center", k.textBaseline = "middle", k.fillStyle = "#fff", k.strokeStyle = "#000";
    for (const { position: q, box: C } of r(N)) {
      if (!e.painting.texts[q]) continue;
      const Z = lt(e.painting.texts[q]).slice(0, 12), ae = C[2] - C[0], Ee = C[3] - C[1], _e = Math.min(Ee * 0.42, ae * 1.5 / Math.max(2, Z.length));
      k.font = `600 ${_e}px system-ui, sans-serif`, k.lineWidth = _e / 6, k.strokeText(Z, (C[0] + C[2]) / 2, (C[1] + C[3]) / 2, ae), k.fillText(Z, (C[0] + C[2]) / 2, (C[1] + C[3]) / 2, ae);
    }
  }
  ft(I);
  function te(k) {
    const q = r(h).getBoundingClientRect();
    return [
      (k.clientX - q.left) / q.width * r(y)[0],
      (k.clientY - q.top) / q.height * r(y)[1]
    ];
  }
  const X = ([k, q]) => r(N).find(({ box: C }) => k >= C[0] && k < C[2] && q >= C[1] && q < C[3]);
  function J(k) {
    const q = te(k);
    if (r(d).length) {
      A(d, [...r(d), q]);
      return;
    }
    const C = X(q);
    t().hoverPlace = C?.position ?? null;
  }
  function de(k) {
    r(f) === "point" || k.button || (r(h).setPointerCapture(k.pointerId), A(d, [te(k)]));
  }
  function ie(k) {
    const q = te(k);
    if (r(f) === "point") {
      const Z = X(q);
      Z && (k.shiftKey || k.ctrlKey || k.metaKey) ? t().toggle([Z.position], "flip") : Z && t().takePlace(t().place === Z.position ? null : Z.position);
      return;
    }
    if (!r(d).length) return;
    const C = r(N).filter(({ box: Z }) => Q((Z[0] + Z[2]) / 2, (Z[1] + Z[3]) / 2, Z)).map((Z) => Z.position);
    t().toggle(C, k.shiftKey ? "add" : "set"), A(d, []);
  }
  function Q(k, q, C) {
    const [Z, ae] = [r(d)[0], r(d).at(-1)];
    if (r(f) === "box") {
      const [_e, fe] = [Math.min(Z[0], ae[0]), Math.max(Z[0], ae[0])], [se, ve] = [Math.min(Z[1], ae[1]), Math.max(Z[1], ae[1])];
      return C[2] > _e && C[0] < fe && C[3] > se && C[1] < ve;
    }
    if (r(f) === "brush") return r(d).some(([_e, fe]) => _e >= C[0] && _e < C[2] && fe >= C[1] && fe < C[3]);
    let Ee = !1;
    for (let _e = 0, fe = r(d).length - 1; _e < r(d).length; fe = _e++) {
      const [se, ve] = r(d)[_e], [be, ye] = r(d)[fe];
      ve > q != ye > q && k < (be - se) * (q - ve) / (ye - ve) + se && (Ee = !Ee);
    }
    return Ee;
  }
  function P(k) {
    const q = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1]
    }[k.key], C = t().shownPlace === null ? null : r(z).get(t().shownPlace);
    if (q) {
      k.preventDefault();
      const Z = C ? R(C, q) : r(N)[0];
      Z && (t().hoverPlace = Z.position);
    } else (k.key === "Enter" || k.key === " ") && t().shownPlace !== null ? (k.preventDefault(), k.shiftKey ? t().toggle([t().shownPlace], "flip") : t().takePlace(t().shownPlace)) : (k.key === "r" || k.key === "c") && C && t().toggle(r(N).filter((Z) => k.key === "r" ? Z.row === C.row : Z.column === C.column).map((Z) => Z.position), "add");
  }
  function R(k, [q, C]) {
    const Z = (se) => [
      (se.box[0] + se.box[2]) / 2,
      (se.box[1] + se.box[3]) / 2
    ], [ae, Ee] = Z(k);
    let _e, fe = 1 / 0;
    for (const se of r(N)) {
      const [ve, be] = Z(se), ye = (ve - ae) * q + (be - Ee) * C, Ae = Math.abs((ve - ae) * C) + Math.abs((be - Ee) * q);
      ye > 0.01 && ye + 3 * Ae < fe && ([_e, fe] = [se, ye + 3 * Ae]);
    }
    return _e;
  }
  const re = /* @__PURE__ */ O(() => {
    const k = t().shownPlace, q = k === null ? null : e.study.tokens[k];
    if (!q) return "Point at a token, click to keep it, Esc lets go.";
    const C = e.painting?.values[k], Z = q.box ? `, pixels ${q.box.map((ae) => Math.round(ae)).join(", ")}` : "";
    return `Token ${e.study.number(k)}: ${JSON.stringify(e.study.label(k))}${Z}${C === void 0 || Number.isNaN(C) ? "" : ` · ${Nt(C)}`}`;
  });
  ft(() => {
    e.onexport?.({
      name: "image",
      svg: () => Ws(
        r(y)[0],
        r(y)[1],
        r(N).map((k) => ({
          box: k.box,
          fill: e.painting ? jt((e.painting.values[k.position] ?? NaN) / e.painting.high, e.painting.signed) : "none",
          text: e.painting?.texts?.[k.position] ?? ""
        })),
        e.painting?.label ?? ""
      ),
      csv: () => [
        ["position", "row", "column", "x1", "y1", "x2", "y2", "value"],
        ...r(N).map((k) => [
          k.position,
          k.row,
          k.column,
          ...k.box,
          e.painting?.values[k.position] ?? ""
        ])
      ]
    });
  });
  var le = Cc(), ge = E(le);
  {
    var me = (k) => {
      var q = Nc(), C = E(q);
      {
        var Z = (se) => {
          var ve = Ec();
          Te(ve, 21, () => e.study.images, Ce, (be, ye, Ae) => {
            var Ke = Va(), Ve = $(Ke);
            D(() => {
              ue(Ke, "aria-pressed", r(i) === Ae), U(Ve, `${r(ye).kind === "video" ? "video" : "image"} ${Ae + 1}`);
            }), ne("click", Ke, () => A(i, Ae, !0)), g(be, Ke);
          }), g(se, ve);
        };
        K(C, (se) => {
          e.study.images.length > 1 && se(Z);
        });
      }
      var ae = c(C, 2);
      {
        var Ee = (se) => {
          var ve = Ac(), be = E(ve), ye = c(be, 2);
          D(() => {
            ue(be, "aria-pressed", !r(l)), ue(ye, "aria-pressed", r(l));
          }), ne("click", be, () => A(l, !1)), ne("click", ye, () => A(l, !0)), g(se, ve);
        };
        K(ae, (se) => {
          r(b).length > 1 && se(Ee);
        });
      }
      var _e = c(ae, 2);
      {
        var fe = (se) => {
          var ve = Mc(), be = E(ve), ye = c(be);
          D(
            (Ae) => {
              U(be, `frame ${Ae ?? ""} of ${r(M).length ?? ""} `), ue(ye, "max", r(M).length - 1);
            },
            [() => Math.min(r(o), r(M).length - 1) + 1]
          ), kt(ye, () => r(o), (Ae) => A(o, Ae)), g(se, ve);
        };
        K(_e, (se) => {
          r(M).length && se(fe);
        });
      }
      g(k, q);
    };
    K(ge, (k) => {
      (e.study.images.length > 1 || r(M).length || r(b).length > 1) && k(me);
    });
  }
  var H = c(ge, 2);
  {
    var w = (k) => {
      var q = Pc(), C = Pe(q);
      let Z;
      var ae = E(C);
      let Ee;
      var _e = E(ae);
      {
        var fe = (Ie) => {
          var Be = Tc();
          let Ze, ht;
          D(
            (Dt) => {
              ue(Be, "src", Dt), Ze = Mt(Be, 1, "", null, Ze, { dim: e.painting }), ht = ze(Be, "", ht, {
                left: `${100 * r(F).area[0] / r(y)[0]}%`,
                top: `${100 * r(F).area[1] / r(y)[1]}%`,
                width: `${100 * (r(F).area[2] - r(F).area[0]) / r(y)[0]}%`,
                height: `${100 * (r(F).area[3] - r(F).area[1]) / r(y)[1]}%`
              });
            },
            [
              () => t().source.pictureUrl(e.study.id, Math.min(r(i), e.study.images.length - 1), r(Y))
            ]
          ), Fe("load", Be, () => bo(m)), g(Ie, Be);
        };
        K(_e, (Ie) => {
          r(F) && Ie(fe);
        });
      }
      var se = c(_e, 2);
      let ve;
      var be = E(se);
      Qr(be, (Ie) => A(h, Ie), () => r(h));
      var ye = c(C, 2), Ae = E(ye);
      Te(Ae, 20, () => ["point", "box", "brush", "lasso"], Ce, (Ie, Be) => {
        var Ze = Va(), ht = $(Ze, !0);
        D(() => {
          ue(Ze, "aria-pressed", r(f) === Be), U(ht, Be);
        }), ne("click", Ze, () => A(f, Be, !0)), g(Ie, Ze);
      });
      var Ke = c(Ae, 2), Ve = c(E(Ke));
      D(() => {
        Z = Mt(C, 1, "scroller", null, Z, { zoomed: r(u) > 1 }), Ee = ze(ae, "", Ee, {
          width: `${100 * r(u)}%`,
          "max-width": r(u) === 1 ? `min(100%, calc(${s()} * ${r(y)[0] / r(y)[1]}))` : "none"
        }), ue(se, "aria-label", `${a() ?? ""}: ${r(N).length ?? ""} tokens. Arrow keys move between tokens, Enter keeps one, Shift and Enter adds it to the selection, r and c add its row or column, Escape lets go.`), ue(se, "data-stage", a()), ve = ze(se, "", ve, {
          "aspect-ratio": `${r(y)[0] ?? ""} / ${r(y)[1] ?? ""}`
        });
      }), ne("keydown", se, P), ne("pointermove", be, J), ne("pointerdown", be, de), ne("pointerup", be, ie), Fe("pointerleave", be, () => t().hoverPlace = null), ha(ae, "clientWidth", (Ie) => A(p, Ie)), kt(Ve, () => r(u), (Ie) => A(u, Ie)), g(k, q);
    }, L = (k) => {
      var q = Lc();
      g(k, q);
    };
    K(H, (k) => {
      r(_) && r(N).length ? k(w) : e.study.images.length && k(L, 1);
    });
  }
  var W = c(H, 2);
  {
    var G = (k) => {
      var q = Oc(), C = E(q), Z = $(C, !0), ae = c(C);
      let Ee;
      var _e = c(ae), fe = $(_e, !0), se = c(_e), ve = $(se, !0);
      D(
        (be, ye, Ae) => {
          U(Z, be), Ee = ze(ae, "", Ee, { background: ye }), U(fe, Ae), U(ve, e.painting.label);
        },
        [
          () => e.painting.signed ? `−${Nt(e.painting.high)}` : "0",
          () => vl(e.painting.signed),
          () => Nt(e.painting.high)
        ]
      ), g(k, q);
    };
    K(W, (k) => {
      e.painting && k(G);
    });
  }
  var ce = c(W, 2), pe = $(ce, !0), we = c(ce, 2);
  {
    var Se = (k) => {
      var q = Rc(), C = E(q), Z = c(C);
      D(() => U(C, `${t().selected.size ?? ""} tokens selected `)), ne("click", Z, () => t().toggle([])), g(k, q);
    };
    K(we, (k) => {
      t().selected.size && k(Se);
    });
  }
  D(() => U(pe, r(re))), g(n, le), Xe();
}
dt([
  "click",
  "keydown",
  "pointermove",
  "pointerdown",
  "pointerup"
]);
class Gs {
  heads;
  sources;
  lens;
  words;
  readers;
  session;
  of;
  constructor(e, t) {
    this.session = e, this.of = t;
    const a = (s, i) => new Vr(e, () => {
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
      const a = e.about.strings.map((d) => d.trim().toLocaleLowerCase()), s = a.includes(t), i = Uint8Array.from(a, (d) => Number(s ? d === t : d.includes(t))), { ids: o, probs: l } = e.arrays, [u, f, h] = o.shape, p = new Float32Array(u * f);
      for (let d = 0; d < o.data.length; d++) i[o.data[d]] && (p[Math.floor(d / h)] += l.data[d] || 1e-9);
      const m = Array.from(p.keys()).filter((d) => p[d] > 0).sort((d, _) => p[_] - p[d]);
      return {
        whole: s,
        sum: p,
        hits: m,
        layers: new Set(m.map((d) => Math.floor(d / f))).size
      };
    }
  );
  get found() {
    return r(this.#e);
  }
  set found(e) {
    A(this.#e, e);
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
        return i && t ? gr(Wt(i.arrays.weights, t.layer, t.head), a, `attention of L${t.layer}H${t.head} from ${JSON.stringify(a.label(i.about.focus))}`) : null;
      }
      case "sources": {
        const i = this.sources.view;
        return i && t ? gr(Wt(i.arrays.sources, t.layer, t.head), a, `logits that L${t.layer}H${t.head} adds from each token`, !0) : null;
      }
      case "readers": {
        const i = this.readers.view;
        return i && t ? gr(Wt(i.arrays.weights, t.layer, t.head), a, `how much each token looks at ${JSON.stringify(a.label(i.about.position))} in L${t.layer}H${t.head}`) : null;
      }
      case "word": {
        const i = this.words.view;
        if (!i) return null;
        const o = gr(this.spread(Wt(i.arrays.probs, this.word, Math.min(s, i.about.layers.length - 1)), i), a, `probability of “${i.about.words[this.word]}”, layer ${i.about.layers[Math.min(s, i.about.layers.length - 1)]}`);
        return { ...o, high: Math.max(o.high, 0.05) };
      }
      case "top": {
        const i = this.lens.view;
        if (!i) return null;
        const o = Math.min(s, i.about.layers.length - 1), l = Wt(i.arrays.ids, o), u = Wt(i.arrays.probs, o), f = i.arrays.ids.shape[2], h = i.arrays.ids.shape[1], p = new Float32Array(h), m = [];
        for (let d = 0; d < h; d++) {
          const _ = i.arrays.positions.data[d];
          p[_] = u[d * f], m[_] = u[d * f] >= e.least ? i.about.strings[l[d * f]] : "";
        }
        return {
          values: p,
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
        return gr(this.spread(this.found.sum.subarray(o * l, (o + 1) * l), i), a, `probability of “${e.find.trim()}”, layer ${i.about.layers[o]}`);
      }
      case "sweep":
        return e.sweep?.values ? gr(e.sweep.values, a, e.sweep.label, !0) : null;
    }
    return null;
  }
}
function gr(n, e, t, a = !1) {
  let s = 0, i = 0;
  for (let o = 0; o < n.length; o++) {
    const l = Math.abs(n[o]);
    l > i && (i = l), l > s && e.tokens[o]?.kind === "image" && (s = l);
  }
  return { values: n, texts: null, signed: a, high: s || i || 1, label: t };
}
var Ic = /* @__PURE__ */ S("<option></option>"), Fc = /* @__PURE__ */ S('<label class="fine">example <select><option>choose</option><!></select></label>'), jc = /* @__PURE__ */ S('<button type="button" class="link">close</button>'), Uc = /* @__PURE__ */ S('<span class="error"> </span>'), Dc = /* @__PURE__ */ S('<p>answers <b class="answer" data-second-answer=""> </b> <!></p> <!>', 1), Hc = /* @__PURE__ */ S('<p class="fine">The same question about another image, beside the first: choose one to compare and to patch from.</p>'), zc = /* @__PURE__ */ S('<section class="card" aria-label="Second image"><div class="bar"><h2>Second image</h2> <span class="grow"></span> <!> <button type="button">file</button> <input type="file" accept="image/*" class="hidden" tabindex="-1" aria-hidden="true"/> <!></div> <!></section>');
function Bc(n, e) {
  Ge(e, !0);
  let t = Ue(e, "session", 7), a = /* @__PURE__ */ j(void 0);
  const s = new Gs(t(), () => t().second), i = /* @__PURE__ */ O(() => t().second), o = /* @__PURE__ */ O(() => s.now);
  var l = zc(), u = E(l), f = c(E(u), 4);
  {
    var h = (b) => {
      var N = Fc(), F = c(E(N)), Y = E(F);
      Y.value = Y.__value = "";
      var z = c(Y);
      Te(z, 17, () => ({ length: t().info.examples }), Ce, (I, V, B) => {
        var te = Ic();
        te.textContent = B + 1;
        var X = {};
        D(
          (J) => {
            X !== (X = J) && (te.value = (te.__value = X) ?? "");
          },
          [() => String(B)]
        ), g(I, te);
      });
      var x;
      gt(F), D(
        (I) => {
          x !== (x = I) && (F.value = (F.__value = x) ?? "", ca(F, x));
        },
        [
          () => t().secondExample === null ? "" : String(t().secondExample)
        ]
      ), ne("change", F, (I) => {
        I.currentTarget.value && t().openSecond(Number(I.currentTarget.value));
      }), g(b, N);
    };
    K(f, (b) => {
      t().info?.examples && b(h);
    });
  }
  var p = c(f, 2), m = c(p, 2);
  Qr(m, (b) => A(a, b), () => r(a));
  var d = c(m, 2);
  {
    var _ = (b) => {
      var N = jc();
      ne("click", N, () => {
        t().second = null, t().secondUpload = null, t().secondExample = null;
      }), g(b, N);
    };
    K(d, (b) => {
      r(i) && b(_);
    });
  }
  var y = c(u, 2);
  {
    var v = (b) => {
      var N = Dc(), F = Pe(N), Y = c(E(F)), z = $(Y, !0), x = c(Y, 2);
      {
        var I = (B) => {
          var te = Uc(), X = $(te);
          D(() => U(X, `It has ${r(i).nPrompt ?? ""} tokens and the first ${t().study.nPrompt ?? ""}: patching needs images of one size.`)), g(B, te);
        };
        K(x, (B) => {
          t().study && r(i).nPrompt !== t().study.nPrompt && B(I);
        });
      }
      var V = c(F, 2);
      Ys(V, {
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
      }), D((B) => U(z, B), [
        () => r(i).answer.filter((B) => !B.ends).map((B) => lt(B.token.text)).join("")
      ]), g(b, N);
    }, M = (b) => {
      var N = Hc();
      g(b, N);
    };
    K(y, (b) => {
      r(i) ? b(v) : b(M, -1);
    });
  }
  ne("click", p, () => r(a)?.click()), ne("change", m, (b) => {
    const N = b.currentTarget.files?.[0];
    N && t().openSecond(N), b.currentTarget.value = "";
  }), g(n, l), Xe();
}
dt(["change", "click"]);
var qc = /* @__PURE__ */ S('<img class="picture" alt="What is patched from"/>'), Wc = /* @__PURE__ */ S('<section class="card"><!> <div class="row"><!> <p class="fine grow"> </p></div> <!></section>');
function Kc(n, e) {
  Ge(e, !0);
  const t = new Vr(e.session, () => ({
    study: e.study,
    name: e.stored.name,
    asked: e.stored.asked
  }));
  let a = /* @__PURE__ */ j(null);
  var s = Wc(), i = E(s);
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
      var _ = qc();
      D(() => ue(_, "src", e.stored.picture)), g(d, _);
    };
    K(l, (d) => {
      e.stored.picture && d(u);
    });
  }
  var f = c(l, 2), h = $(f, !0), p = c(o, 2);
  {
    var m = (d) => {
      Js(d, {
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
        onexport: (_) => A(a, _)
      });
    };
    K(p, (d) => {
      t.view && d(m);
    });
  }
  D(() => {
    ue(s, "aria-label", e.stored.title), U(h, e.stored.text);
  }), g(n, s), Xe();
}
var Vc = /* @__PURE__ */ S('<button type="button" class="token run"> </button>'), Jc = /* @__PURE__ */ S('<button type="button"> </button>'), Yc = /* @__PURE__ */ S('<button type="button" class="link">fold image tokens</button>'), Gc = /* @__PURE__ */ S('<p class="fine"><button type="button" class="small"> </button></p>'), Xc = /* @__PURE__ */ S('<div class="strip" role="group" aria-label="Tokens of the prompt"><!> <!></div> <!>', 1);
function Zc(n, e) {
  Ge(e, !0);
  let t = Ue(e, "session", 7), a = /* @__PURE__ */ j(!1);
  const s = /* @__PURE__ */ O(() => e.study.images.some((_) => !_.boxed)), i = /* @__PURE__ */ O(() => {
    const _ = [], y = e.study.tokens.map((v) => ({
      position: v.position,
      text: v.text,
      image: v.kind === "image"
    }));
    if (!t().tabs.some((v) => v !== "lens")) return _.concat(y.filter((v) => !v.image).map(({ position: v, text: M }) => ({ position: v, text: M, count: 0 })));
    e.study.answer.slice(0, -1).forEach((v, M) => y.push({
      position: e.study.nPrompt + M,
      text: v.token.text,
      image: !1
    }));
    for (const { position: v, text: M, image: b } of y) {
      const N = _.at(-1);
      b && !r(a) && !r(s) && N && N.count > 0 && N.position + N.count === v ? N.count++ : _.push({
        position: v,
        text: M,
        count: b && !r(a) && !r(s) ? 1 : 0
      });
    }
    return _;
  }), o = (_) => {
    if (!e.painting || e.painting.texts) return NaN;
    const { values: y } = e.painting;
    let v = 0;
    for (let M = 0; M < Math.max(1, _.count); M++) v += y[_.position + M] ?? 0;
    return _.position < y.length ? v : NaN;
  };
  var l = Xc(), u = Pe(l), f = E(u);
  Te(f, 17, () => r(i), (_) => _.position, (_, y) => {
    const v = /* @__PURE__ */ O(() => o(r(y))), M = /* @__PURE__ */ O(() => Math.max(-1, Math.min(1, r(v) / (e.painting?.high ?? 1))));
    var b = tr(), N = Pe(b);
    {
      var F = (z) => {
        var x = Vc();
        let I;
        var V = $(x);
        D(
          (B, te, X) => {
            ue(x, "title", `${r(y).count ?? ""} image tokens${B ?? ""}: show each`), I = ze(x, "", I, { background: te, color: X }), U(V, `▦ ${r(y).count ?? ""}`);
          },
          [
            () => Number.isNaN(r(v)) ? "" : `, in all ${Nt(r(v))}`,
            () => Number.isNaN(r(v)) ? null : jt(Math.max(-1, Math.min(1, r(v))), e.painting.signed),
            () => Number.isNaN(r(v)) ? null : Gn(Math.max(-1, Math.min(1, r(v))), e.painting.signed)
          ]
        ), ne("click", x, () => A(a, !0)), g(z, x);
      }, Y = (z) => {
        var x = Jc();
        let I, V;
        var B = $(x, !0);
        D(
          (te, X, J, de, ie, Q) => {
            I = Mt(x, 1, "token", null, I, {
              focus: t().at === r(y).position,
              place: t().shownPlace === r(y).position,
              chosen: te
            }), ue(x, "title", `token ${X ?? ""}${J ?? ""}. Click to read it, Alt and click to make it the focus, Shift and click to select it.`), V = ze(x, "", V, { background: de, color: ie }), U(B, Q);
          },
          [
            () => t().selected.has(r(y).position),
            () => e.study.number(r(y).position),
            () => Number.isNaN(r(v)) ? "" : `: ${Nt(r(v))}`,
            () => Number.isNaN(r(v)) ? null : jt(r(M), e.painting.signed),
            () => Number.isNaN(r(v)) ? null : Gn(r(M), e.painting.signed),
            () => lt(r(y).text)
          ]
        ), Fe("pointerenter", x, () => t().hoverPlace = r(y).position), Fe("pointerleave", x, () => t().hoverPlace = null), ne("click", x, (te) => {
          te.altKey ? t().focus = r(y).position : te.shiftKey ? t().toggle([r(y).position], "flip") : t().takePlace(t().place === r(y).position ? null : r(y).position);
        }), g(z, x);
      };
      K(N, (z) => {
        r(y).count ? z(F) : z(Y, -1);
      });
    }
    g(_, b);
  });
  var h = c(f, 2);
  {
    var p = (_) => {
      var y = Yc();
      ne("click", y, () => A(a, !1)), g(_, y);
    };
    K(h, (_) => {
      r(a) && _(p);
    });
  }
  var m = c(u, 2);
  {
    var d = (_) => {
      var y = Gc(), v = E(y), M = $(v);
      D((b) => U(M, `make token ${b ?? ""} the focus`), [() => e.study.number(t().place)]), ne("click", v, () => {
        t().focus = t().place;
      }), g(_, y);
    };
    K(m, (_) => {
      t().place !== null && t().place !== t().at && _(d);
    });
  }
  g(n, l), Xe();
}
dt(["click"]);
var Qc = /* @__PURE__ */ S('<button type="button" class="small">save as page</button>'), $c = /* @__PURE__ */ S('<button type="button" class="small"> </button>'), ef = /* @__PURE__ */ S('<div class="message" role="alert"> <button type="button" class="link">close</button></div>'), tf = /* @__PURE__ */ S("<option>attention of the head</option><option>what the head adds</option><option>who looks at the token</option>", 1), rf = /* @__PURE__ */ S("<option>lens: found tokens</option>"), nf = /* @__PURE__ */ S("<option>lens: a word</option><option>lens: most probable</option><!>", 1), af = /* @__PURE__ */ S("<option>sweep</option>"), sf = /* @__PURE__ */ S('<select aria-label="What is painted on the image"><option>grid only</option><!><!><!></select>'), of = /* @__PURE__ */ S('<p class="error" role="alert"> </p>'), lf = /* @__PURE__ */ S('<section class="card" aria-label="Image and tokens"><!> <!> <!> <!> <!></section>'), uf = /* @__PURE__ */ S('<p class="message" role="status">All views show the changed model. <button type="button" class="link">back to the unchanged one</button></p>'), cf = /* @__PURE__ */ S('<button type="button" role="tab" aria-controls="panel"> </button>'), ff = /* @__PURE__ */ S("<!> <!>", 1), df = /* @__PURE__ */ S('<!> <div role="tablist" aria-label="Views"></div> <div role="tabpanel" id="panel"><!> <!> <!> <!></div>', 1), hf = /* @__PURE__ */ S('<section class="card empty"><h2>Ask something about an image</h2> <ol><li>Click a token of the answer: which heads wrote it?</li> <li>Click a head: where does it look?</li> <li>Click a patch: what does it say there, layer by layer?</li></ol> <p class="fine">Then change something, and see the answer change. Nothing leaves this machine.</p></section>'), vf = /* @__PURE__ */ S('<a class="skip" href="#views">Skip to the views</a> <header class="top"><p class="eyebrow">vlm_lens_native</p> <span class="grow"></span> <span class="fine busy" role="status"> </span> <!> <!></header> <!> <main class="page"><div class="side"><h1 class="hidden">Look inside a vision-language model</h1> <!> <!></div> <div class="views" id="views" tabindex="-1"><!></div></main>', 1);
function pf(n, e) {
  Ge(e, !0);
  let t = Ue(e, "session", 7);
  const a = new Gs(t(), () => t().study), s = /* @__PURE__ */ O(() => t().study), i = /* @__PURE__ */ O(() => a.now);
  let o = /* @__PURE__ */ j(null), l = /* @__PURE__ */ j("");
  const u = {
    attribution: "Attribution",
    attention: "Attention",
    lens: "Lens",
    causes: "Causes"
  };
  ft(() => {
    t().write();
  }), ft(() => {
    r(l) ? document.documentElement.dataset.theme = r(l) : delete document.documentElement.dataset.theme;
  });
  function f(R) {
    R.key === "Escape" && t().release();
  }
  function h(R) {
    const re = { ArrowLeft: -1, ArrowRight: 1 }[R.key];
    if (!re) return;
    R.preventDefault();
    const le = t().tabs, ge = le[(le.indexOf(t().tab) + re + le.length) % le.length];
    t().tab = ge, document.getElementById(`tab-${ge}`)?.focus();
  }
  async function p() {
    r(s) && await t().during((async () => {
      const R = r(s).answer.filter((le) => !le.ends).map((le) => le.token.text).join("").trim(), re = await Dl(r(s), (le, ge) => t().source.pictureUrl(r(s).id, le, ge), t().asked?.question ?? "", `${r(s).model}${t().clean ? ", changed" : ""}: ${R}`, t().tabs.filter((le) => le !== "causes"));
      an("study.html", re, "text/html");
    })());
  }
  const m = /* @__PURE__ */ O(() => t().paint === "sources" ? a.sources.view?.about.code : t().paint === "readers" ? a.readers.view?.about.code : t().paint === "word" ? a.words.view?.about.code : ["top", "find"].includes(t().paint) ? a.lens.view?.about.code : t().paint === "attention" ? a.heads.view?.about.code : r(s)?.code), d = /* @__PURE__ */ O(() => a.sources.error || a.readers.error);
  var _ = vf();
  Fe("keydown", cn, f);
  var y = Pe(_), v = c(y, 2), M = c(E(v), 4), b = $(M, !0), N = c(M, 2);
  {
    var F = (R) => {
      var re = Qc();
      ne("click", re, p), g(R, re);
    };
    K(N, (R) => {
      r(s) && !r(s).answering && t().source.kind === "server" && R(F);
    });
  }
  var Y = c(N, 2);
  {
    var z = (R) => {
      var re = $c(), le = $(re);
      D(() => U(le, `theme: ${(r(l) || "auto") ?? ""}`)), ne("click", re, () => A(
        l,
        r(l) === "dark" ? "light" : r(l) === "light" ? "" : matchMedia("(prefers-color-scheme: dark)").matches ? "light" : "dark",
        !0
      )), g(R, re);
    };
    K(Y, (R) => {
      t().source.kind !== "kernel" && R(z);
    });
  }
  var x = c(v, 2);
  {
    var I = (R) => {
      var re = ef(), le = E(re), ge = c(le);
      D(() => U(le, `${t().message ?? ""} `)), ne("click", ge, () => t().message = ""), g(R, re);
    };
    K(x, (R) => {
      t().message && R(I);
    });
  }
  var V = c(x, 2), B = E(V), te = c(E(B), 2);
  Il(te, {
    get session() {
      return t();
    }
  });
  var X = c(te, 2);
  {
    var J = (R) => {
      var re = lf(), le = E(re);
      {
        let W = /* @__PURE__ */ O(() => r(m) ?? "");
        rr(le, {
          title: "Image",
          get code() {
            return r(W);
          },
          get exporter() {
            return r(o);
          },
          children: (G, ce) => {
            var pe = sf(), we = E(pe);
            we.value = we.__value = "none";
            var Se = c(we);
            {
              var k = (fe) => {
                var se = tf(), ve = Pe(se);
                ve.value = ve.__value = "attention";
                var be = c(ve);
                be.value = be.__value = "sources";
                var ye = c(be);
                ye.value = ye.__value = "readers", g(fe, se);
              }, q = /* @__PURE__ */ O(() => t().tabs.includes("attention"));
              K(Se, (fe) => {
                r(q) && fe(k);
              });
            }
            var C = c(Se);
            {
              var Z = (fe) => {
                var se = nf(), ve = Pe(se);
                ve.value = ve.__value = "word";
                var be = c(ve);
                be.value = be.__value = "top";
                var ye = c(be);
                {
                  var Ae = (Ve) => {
                    var Ie = rf();
                    Ie.value = Ie.__value = "find", g(Ve, Ie);
                  }, Ke = /* @__PURE__ */ O(() => t().find.trim());
                  K(ye, (Ve) => {
                    r(Ke) && Ve(Ae);
                  });
                }
                g(fe, se);
              }, ae = /* @__PURE__ */ O(() => t().tabs.includes("lens"));
              K(C, (fe) => {
                r(ae) && fe(Z);
              });
            }
            var Ee = c(C);
            {
              var _e = (fe) => {
                var se = af();
                se.value = se.__value = "sweep", g(fe, se);
              };
              K(Ee, (fe) => {
                t().sweep && fe(_e);
              });
            }
            gt(pe), wt(pe, () => t().paint, (fe) => t().paint = fe), g(G, pe);
          },
          $$slots: { default: !0 }
        });
      }
      var ge = c(le, 2);
      Ys(ge, {
        get session() {
          return t();
        },
        get study() {
          return r(s);
        },
        get painting() {
          return r(i);
        },
        onexport: (W) => A(o, W)
      });
      var me = c(ge, 2);
      {
        var H = (W) => {
          var G = of(), ce = $(G, !0);
          D(() => U(ce, r(d))), g(W, G);
        };
        K(me, (W) => {
          r(d) && W(H);
        });
      }
      var w = c(me, 2);
      Zc(w, {
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
      var L = c(w, 2);
      Sc(L, {
        get session() {
          return t();
        },
        get study() {
          return r(s);
        },
        get painted() {
          return a;
        }
      }), g(R, re);
    };
    K(X, (R) => {
      r(s) && R(J);
    });
  }
  var de = c(B, 2), ie = E(de);
  {
    var Q = (R) => {
      var re = df(), le = Pe(re);
      {
        var ge = (q) => {
          var C = uf(), Z = c(E(C));
          ne("click", Z, () => {
            t().study = t().clean, t().clean = null;
          }), g(q, C);
        };
        K(le, (q) => {
          t().clean && q(ge);
        });
      }
      var me = c(le, 2);
      let H;
      Te(me, 21, () => t().tabs, Ce, (q, C) => {
        var Z = cf(), ae = $(Z, !0);
        D(() => {
          ue(Z, "id", `tab-${r(C) ?? ""}`), ue(Z, "aria-selected", t().tab === r(C)), ue(Z, "tabindex", t().tab === r(C) ? 0 : -1), U(ae, u[r(C)]);
        }), ne("keydown", Z, h), ne("click", Z, () => {
          t().tab = r(C), r(C) === "lens" && (t().paint === "none" || t().paint === "attention") && (t().paint = "top");
        }), g(q, Z);
      });
      var w = c(me, 2), L = E(w);
      {
        var W = (q) => {
          Eu(q, {
            get session() {
              return t();
            },
            get study() {
              return r(s);
            }
          });
        };
        K(L, (q) => {
          t().tab === "attribution" && q(W);
        });
      }
      var G = c(L, 2);
      {
        var ce = (q) => {
          hu(q, {
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
          t().tab === "attention" && q(ce);
        });
      }
      var pe = c(G, 2);
      {
        var we = (q) => {
          mc(q, {
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
          t().tab === "lens" && q(we);
        });
      }
      var Se = c(pe, 2);
      {
        var k = (q) => {
          var C = tr(), Z = Pe(C);
          {
            var ae = (_e) => {
              var fe = tr(), se = Pe(fe);
              Te(se, 17, () => t().sweeps, (ve) => ve.title, (ve, be) => {
                Kc(ve, {
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
              }), g(_e, fe);
            }, Ee = (_e) => {
              var fe = ff(), se = Pe(fe);
              Bc(se, {
                get session() {
                  return t();
                }
              });
              var ve = c(se, 2);
              Xu(ve, {
                get session() {
                  return t();
                },
                get study() {
                  return r(s);
                }
              }), g(_e, fe);
            };
            K(Z, (_e) => {
              t().sweeps.length ? _e(ae) : _e(Ee, -1);
            });
          }
          g(q, C);
        };
        K(Se, (q) => {
          t().tab === "causes" && q(k);
        });
      }
      D(() => {
        H = Mt(me, 1, "tabs", null, H, { hidden: t().tabs.length < 2 }), ue(w, "aria-labelledby", `tab-${t().tab ?? ""}`);
      }), g(R, re);
    }, P = (R) => {
      var re = hf();
      g(R, re);
    };
    K(ie, (R) => {
      r(s) ? R(Q) : t().source.kind === "server" && R(P, 1);
    });
  }
  D(() => U(b, t().busy ? "working…" : "")), ne("click", y, (R) => {
    R.preventDefault(), document.getElementById("views")?.focus();
  }), g(n, _), Xe();
}
dt(["click", "keydown"]);
function Xs(n, e) {
  return n.classList.add("vlm"), Wo(pf, { target: n, props: { session: new au(e) } });
}
const Ja = document.querySelector("#app[data-start]");
if (Ja) {
  const n = document.getElementById("study")?.textContent;
  Xs(Ja, n ? new eu(JSON.parse(n)) : new $l());
}
const gf = {
  render({ model: n, el: e }) {
    const t = Xs(e, new tu(n));
    return () => Vo(t);
  }
};
export {
  gf as default,
  Xs as start
};
