var Aa = Array.isArray, Ui = Array.prototype.indexOf, Qr = Array.prototype.includes, Na = Array.from, vs = Object.defineProperty, kr = Object.getOwnPropertyDescriptor, hs = Object.getOwnPropertyDescriptors, Hi = Object.prototype, zi = Array.prototype, pn = Object.getPrototypeOf, Wn = Object.isExtensible;
const er = () => {
};
function Bi(a) {
  for (var e = 0; e < a.length; e++)
    a[e]();
}
function ps() {
  var a, e, t = new Promise((n, s) => {
    a = n, e = s;
  });
  return { promise: t, resolve: a, reject: e };
}
function Vt(a, e) {
  if (Array.isArray(a))
    return a;
  if (e === void 0 || !(Symbol.iterator in a))
    return Array.from(a);
  const t = [];
  for (const n of a)
    if (t.push(n), t.length === e) break;
  return t;
}
const it = 2, Ar = 4, Ta = 8, gs = 1 << 24, At = 16, Lt = 32, rr = 64, Qa = 128, gn = 256, Pt = 512, $e = 1024, qe = 2048, yt = 4096, ot = 8192, st = 16384, Rr = 32768, $r = 1 << 25, vr = 65536, ma = 1 << 17, qi = 1 << 18, Cr = 1 << 19, Wi = 1 << 20, Dt = 1 << 25, ba = 1 << 21, xr = 1 << 22, tr = 1 << 23, Yt = /* @__PURE__ */ Symbol("$state"), _s = /* @__PURE__ */ Symbol("component"), Ji = /* @__PURE__ */ Symbol("legacy props"), Ki = /* @__PURE__ */ Symbol(""), ms = /* @__PURE__ */ Symbol("attributes"), $a = /* @__PURE__ */ Symbol("class"), en = /* @__PURE__ */ Symbol("style"), tn = /* @__PURE__ */ Symbol("text"), ha = /* @__PURE__ */ Symbol("form reset"), aa = new class extends Error {
  name = "StaleReactionError";
  message = "The reaction that called `getAbortSignal()` was re-run or destroyed";
}(), Vi = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  !!globalThis.document?.contentType && /* @__PURE__ */ globalThis.document.contentType.includes("xml")
), Yi = 1, Gi = 2, bs = 4, Xi = 8, Zi = 16, Qi = 1, $i = 4, eo = 8, to = 16, ys = 1, ro = 2, ws = {}, Qe = /* @__PURE__ */ Symbol("uninitialized"), ao = "http://www.w3.org/1999/xhtml";
function no() {
  console.warn("https://svelte.dev/e/derived_inert");
}
function so() {
  console.warn("https://svelte.dev/e/select_multiple_invalid_value");
}
function io() {
  console.warn("https://svelte.dev/e/svelte_boundary_reset_noop");
}
function ks(a) {
  return a === this.v;
}
function xs(a, e) {
  return a != a ? e == e : a !== e || a !== null && typeof a == "object" || typeof a == "function";
}
function Ss(a) {
  return !xs(a, this.v);
}
function oo() {
  throw new Error("https://svelte.dev/e/async_derived_orphan");
}
function lo(a, e, t) {
  throw new Error("https://svelte.dev/e/each_key_duplicate");
}
function uo(a) {
  throw new Error("https://svelte.dev/e/effect_in_teardown");
}
function co() {
  throw new Error("https://svelte.dev/e/effect_in_unowned_derived");
}
function fo(a) {
  throw new Error("https://svelte.dev/e/effect_orphan");
}
function vo() {
  throw new Error("https://svelte.dev/e/effect_update_depth_exceeded");
}
function ho(a) {
  throw new Error("https://svelte.dev/e/props_invalid_value");
}
function po() {
  throw new Error("https://svelte.dev/e/state_descriptors_fixed");
}
function go() {
  throw new Error("https://svelte.dev/e/state_prototype_fixed");
}
function _o() {
  throw new Error("https://svelte.dev/e/state_unsafe_mutation");
}
function mo() {
  throw new Error("https://svelte.dev/e/svelte_boundary_reset_onerror");
}
let lt = null;
function Nr(a) {
  lt = a;
}
function Ge(a, e = !1, t) {
  lt = {
    p: lt,
    i: !1,
    c: null,
    e: null,
    s: a,
    x: null,
    r: (
      /** @type {Effect} */
      Re
    ),
    l: null
  };
}
function Xe(a) {
  var e = (
    /** @type {ComponentContext} */
    lt
  ), t = e.e;
  if (t !== null) {
    e.e = null;
    for (var n of t)
      Bs(n);
  }
  return e.i = !0, lt = e.p, _n(a);
}
function _n(a = {}) {
  return vs(a, _s, { value: !0 }), a;
}
function Ms() {
  return !0;
}
let lr = [];
function Es() {
  var a = lr;
  lr = [], Bi(a);
}
function Kt(a) {
  if (lr.length === 0 && !Yr) {
    var e = lr;
    queueMicrotask(() => {
      e === lr && Es();
    });
  }
  lr.push(a);
}
function bo() {
  for (; lr.length > 0; )
    Es();
}
const yo = -7169;
function Ye(a, e) {
  a.f = a.f & yo | e;
}
function mn(a) {
  (a.f & Pt) !== 0 || a.deps === null ? Ye(a, $e) : Ye(a, yt);
}
function As(a, e) {
  (a.f & qe) !== 0 ? e.set(a, qe) : (a.f & yt) !== 0 && e.get(a) !== qe && e.set(a, yt), Ye(a, $e);
}
let Jn = !1;
function wo() {
  Jn || (Jn = !0, document.addEventListener(
    "reset",
    (a) => {
      Promise.resolve().then(() => {
        if (!a.defaultPrevented)
          for (
            const e of
            /**@type {HTMLFormElement} */
            a.target.elements
          )
            e[ha]?.();
      });
    },
    // In the capture phase to guarantee we get noticed of it (no possibility of stopPropagation)
    { capture: !0 }
  ));
}
function Ir(a) {
  var e = Pe, t = Re;
  Mt(null), Bt(null);
  try {
    return a();
  } finally {
    Mt(e), Bt(t);
  }
}
function bn(a, e, t, n = t) {
  a.addEventListener(e, () => Ir(t));
  const s = (
    /** @type {any} */
    a[ha]
  );
  s ? a[ha] = () => {
    s(), n(!0);
  } : a[ha] = () => n(!0), wo();
}
function ko(a, e, t, n) {
  const s = ea;
  var i = a.filter((f) => !f.settled), o = e.map(s);
  if (t.length === 0 && i.length === 0) {
    n(o);
    return;
  }
  var l = (
    /** @type {Effect} */
    Re
  ), c = xo(), d = i.length === 1 ? i[0].promise : i.length > 1 ? Promise.all(i.map((f) => f.promise)) : null;
  function h(f) {
    if ((l.f & st) === 0) {
      c();
      try {
        n([...o, ...f]);
      } catch (v) {
        jt(v, l);
      }
      ya();
    }
  }
  var p = Ns();
  if (t.length === 0) {
    d.then(() => h([])).finally(p);
    return;
  }
  function w() {
    Promise.all(t.map((f) => /* @__PURE__ */ So(f))).then(h).catch((f) => jt(f, l)).finally(p);
  }
  d ? d.then(() => {
    if ((l.f & st) !== 0) {
      p();
      return;
    }
    c(), w(), ya();
  }) : w();
}
function xo() {
  var a = (
    /** @type {Effect} */
    Re
  ), e = Pe, t = lt, n = (
    /** @type {Batch} */
    Ne
  );
  return function(i = !0) {
    Bt(a), Mt(e), Nr(t), i && (a.f & st) === 0 && (n?.activate(), n?.apply());
  };
}
function ya(a = !0) {
  Bt(null), Mt(null), Nr(null), a && Ne?.deactivate();
}
function Ns() {
  var a = (
    /** @type {Effect} */
    Re
  ), e = a.b, t = (
    /** @type {Batch} */
    Ne
  ), n = !!e?.is_rendered();
  return e?.update_pending_count(1, t), t.increment(n, a), () => {
    e?.update_pending_count(-1, t), t.decrement(n, a);
  };
}
// @__NO_SIDE_EFFECTS__
function ea(a) {
  var e = it | qe;
  return Re !== null && (Re.f |= Cr), {
    ctx: lt,
    deps: null,
    effects: null,
    equals: ks,
    f: e,
    fn: a,
    reactions: null,
    rv: 0,
    v: (
      /** @type {V} */
      Qe
    ),
    wv: 0,
    parent: Re,
    ac: null
  };
}
const Jr = /* @__PURE__ */ Symbol("obsolete");
// @__NO_SIDE_EFFECTS__
function So(a, e, t) {
  let n = (
    /** @type {Effect | null} */
    Re
  );
  n === null && oo();
  var s = (
    /** @type {Promise<V>} */
    /** @type {unknown} */
    void 0
  ), i = hr(
    /** @type {V} */
    Qe
  ), o = !Pe, l = /* @__PURE__ */ new Set();
  return Ho(() => {
    var c = (
      /** @type {Effect} */
      Re
    ), d = ps();
    s = d.promise;
    try {
      Promise.resolve(a()).then(d.resolve, (f) => {
        f !== aa && d.reject(f);
      }).finally(ya);
    } catch (f) {
      d.reject(f), ya();
    }
    var h = (
      /** @type {Batch} */
      Ne
    );
    if (o) {
      if ((c.f & Rr) !== 0)
        var p = Ns();
      if (
        // boundary can be null if the async derived is inside an $effect.root not connected to the component render tree
        n.b?.is_rendered()
      )
        h.async_deriveds.get(c)?.reject(Jr);
      else
        for (const f of l.values())
          f.reject(Jr);
      l.add(d), h.async_deriveds.set(c, d);
    }
    const w = (f, v = void 0) => {
      p?.(), l.delete(d), v !== Jr && (h.activate(), v ? (i.f |= tr, Tr(i, v)) : ((i.f & tr) !== 0 && (i.f ^= tr), Tr(i, f)), h.deactivate());
    };
    d.promise.then(w, (f) => w(null, f || "unknown"));
  }), Sn(() => {
    for (const c of l)
      c.reject(Jr);
  }), new Promise((c) => {
    function d(h) {
      function p() {
        h === s ? c(i) : d(s);
      }
      h.then(p, p);
    }
    d(s);
  });
}
// @__NO_SIDE_EFFECTS__
function S(a) {
  const e = /* @__PURE__ */ ea(a);
  return Vs(e), e;
}
// @__NO_SIDE_EFFECTS__
function Ts(a) {
  const e = /* @__PURE__ */ ea(a);
  return e.equals = Ss, e;
}
function Mo(a) {
  var e = a.effects;
  if (e !== null) {
    a.effects = null;
    for (var t = 0; t < e.length; t += 1)
      pt(
        /** @type {Effect} */
        e[t]
      );
  }
}
function yn(a) {
  var e, t = Re, n = a.parent;
  if (!Xt && n !== null && a.v !== Qe && // if it was never evaluated before, it's guaranteed to fail downstream, so we try to execute instead
  (n.f & (st | ot)) !== 0)
    return no(), a.v;
  Bt(n);
  try {
    Mo(a), e = Zs(a);
  } finally {
    Bt(t);
  }
  return e;
}
function Ps(a) {
  var e = yn(a);
  if (!a.equals(e) && (a.wv = Gs(), (!Ne?.is_fork || a.deps === null) && (Ne !== null ? (Ne.capture(a, e, !0), Sr?.capture(a, e, !0)) : a.v = e, a.deps === null))) {
    Ye(a, $e);
    return;
  }
  Xt || (Nt !== null ? (xn() || Ne?.is_fork) && Nt.set(a, e) : mn(a));
}
function Eo(a) {
  if (a.effects !== null)
    for (const e of a.effects)
      (e.teardown || e.ac) && (e.teardown?.(), e.ac !== null && Ir(() => {
        e.ac.abort(aa), e.ac = null;
      }), e.fn !== null && (e.teardown = er), ta(e, 0), Mn(e));
}
function Ls(a) {
  if (a.effects !== null)
    for (const e of a.effects)
      e.teardown && e.fn !== null && Pr(e);
}
let Ba = null, br = null, Ne = null, Sr = null, Nt = null, rn = null, Yr = !1, qa = !1, Gr = null, pa = null;
var Kn = 0;
let Ao = 1;
class ar {
  id = Ao++;
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
  #a = /* @__PURE__ */ new Map();
  /**
   * A deferred that resolves when the batch is committed, used with `settled()`
   * TODO replace with Promise.withResolvers once supported widely enough
   * @type {{ promise: Promise<void>, resolve: (value?: any) => void, reject: (reason: unknown) => void } | null}
   */
  #n = null;
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
  #v = /* @__PURE__ */ new Set();
  is_fork = !1;
  #u = !1;
  constructor() {
    br === null ? Ba = br = this : (br.next = this, this.prev = br), br = this;
  }
  #h() {
    if (this.is_fork) return !0;
    for (const e of this.#a.keys())
      if (!this.#_(e))
        return !0;
    return !1;
  }
  /**
   * Whether `effect` is inside a branch that this batch skips
   * @param {Effect} effect
   */
  #_(e) {
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
    this.#l.has(e) || this.#l.set(e, { d: [], m: [] }), this.#v.delete(e);
  }
  /**
   * Remove an effect from the #skipped_branches map and reschedule
   * any tracked dirty/maybe_dirty child effects
   * @param {Effect} effect
   * @param {(e: Effect) => void} callback
   */
  unskip_effect(e, t = (n) => this.schedule(n)) {
    var n = this.#l.get(e);
    if (n) {
      this.#l.delete(e);
      for (var s of n.d)
        Ye(s, qe), t(s);
      for (s of n.m)
        Ye(s, yt), t(s);
    }
    this.#v.add(e);
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
      if (!((i.f & st) !== 0 || (i.f & (qe | yt)) === 0)) {
        for (var t = i, n = !1; t.parent !== null; ) {
          t = t.parent;
          var s = t.f;
          if ((s & (rr | Lt)) !== 0) {
            if ((s & $e) === 0) {
              n = !0;
              break;
            }
            t.f ^= $e;
          }
        }
        n || e.push(t);
      }
    return this.#s = [], e;
  }
  #p() {
    this.started = !0;
    for (const [l, c] of this.#i)
      Ye(l, c), this.schedule(l);
    this.apply();
    for (var e = Gr = [], t = [], n = pa = []; this.#s.length > 0; ) {
      Kn++ > 1e3 && (this.#f(), To());
      for (const l of this.#c())
        try {
          this.#b(l, e, t);
        } catch (c) {
          throw Cs(l), this.#h() || this.discard(), c;
        }
    }
    if (Ne = null, n.length > 0) {
      var s = ar.ensure();
      for (const l of n)
        s.schedule(l);
    }
    if (Gr = null, pa = null, this.#h()) {
      this.#g(t), this.#g(e);
      for (const [l, c] of this.#l)
        Rs(l, c);
      n.length > 0 && /** @type {unknown} */
      Ne.#p();
      return;
    }
    const i = this.#k();
    if (i) {
      this.#g(t), this.#g(e), i.#d(this);
      return;
    }
    this.#i.clear();
    for (const l of this.#e) l(this);
    this.#e.clear(), Sr = this, Vn(t), Vn(e), Sr = null, this.#n?.resolve();
    var o = (
      /** @type {Batch | null} */
      /** @type {unknown} */
      Ne
    );
    this.#t === 0 && (this.#s.length === 0 || o !== null) && this.#f(), o !== null && (Ut.clear(), o.#p());
  }
  /**
   * Traverse the effect tree, executing effects or stashing
   * them for later execution as appropriate
   * @param {Effect} root
   * @param {Effect[]} effects
   * @param {Effect[]} render_effects
   */
  #b(e, t, n) {
    e.f ^= $e;
    for (var s = e.first; s !== null; ) {
      var i = s.f, o = (i & (Lt | rr)) !== 0, l = o && (i & $e) !== 0, c = l || (i & ot) !== 0 || this.#l.has(s);
      if (!c && s.fn !== null) {
        o ? s.f ^= $e : (i & Ar) !== 0 ? t.push(s) : oa(s) && ((i & At) !== 0 && this.add_dirty_reaction(s, yt), Pr(s));
        var d = s.first;
        if (d !== null) {
          s = d;
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
    for (const [t, [, n]] of this.current)
      if (!n && e.current.has(t))
        return !0;
    return !1;
  }
  /**
   * @param {Batch} batch
   */
  #d(e) {
    for (const [n, s] of e.current)
      !this.previous.has(n) && e.previous.has(n) && this.previous.set(n, e.previous.get(n)), this.current.set(n, s);
    for (const [n, s] of e.async_deriveds) {
      const i = this.async_deriveds.get(n);
      i && s.promise.then(i.resolve).catch(i.reject);
    }
    e.async_deriveds.clear(), this.transfer_reactions(e.#i);
    const t = (n) => {
      var s = n.reactions;
      if (s !== null && !((n.f & it) !== 0 && (n.f & (qe | yt)) === 0))
        for (const l of s) {
          var i = l.f;
          if ((i & it) !== 0)
            t(
              /** @type {Derived} */
              l
            );
          else {
            var o = (
              /** @type {Effect} */
              l
            );
            i & (xr | At) && !this.async_deriveds.has(o) && (this.#i.delete(o), Ye(o, qe), this.schedule(o));
          }
        }
    };
    for (const n of this.current.keys())
      t(n);
    this.oncommit(() => e.discard()), e.#f(), Ne = this, this.#p();
  }
  /**
   * @param {Effect[]} effects
   */
  #g(e) {
    for (var t = 0; t < e.length; t += 1)
      As(e[t], this.#i);
  }
  /**
   * Associate a change to a given source with the current
   * batch, noting its previous and current values
   * @param {Value} source
   * @param {any} value
   * @param {boolean} [is_derived]
   */
  capture(e, t, n = !1) {
    e.v !== Qe && !this.previous.has(e) && this.previous.set(e, e.v), (e.f & tr) === 0 && (this.current.set(e, [t, n]), Nt?.set(e, t)), this.is_fork || (e.v = t);
  }
  activate() {
    Ne = this;
  }
  deactivate() {
    Ne = null, Nt = null;
  }
  flush() {
    try {
      qa = !0, Ne = this, this.#p();
    } finally {
      Kn = 0, rn = null, Gr = null, pa = null, qa = !1, Ne = null, Nt = null, Ut.clear();
    }
  }
  discard() {
    for (const e of this.#r) e(this);
    this.#r.clear();
    for (const e of this.async_deriveds.values())
      e.reject(Jr);
    this.#f(), this.#n?.resolve();
  }
  /**
   * @param {Effect} effect
   */
  register_created_effect(e) {
    this.#o.push(e);
  }
  #y() {
    for (let p = Ba; p !== null; p = p.next) {
      var e = p.id < this.id, t = [];
      for (const [w, [f, v]] of this.current) {
        if (p.current.has(w)) {
          var n = (
            /** @type {[any, boolean]} */
            p.current.get(w)[0]
          );
          if (e && f !== n)
            p.current.set(w, [f, v]);
          else
            continue;
        }
        t.push(w);
      }
      if (e)
        for (const [w, f] of this.async_deriveds) {
          const v = p.async_deriveds.get(w);
          v && f.promise.then(v.resolve).catch(v.reject);
        }
      var s = [...p.current.keys()].filter(
        (w) => !/** @type {[any, boolean]} */
        p.current.get(w)[1]
      );
      if (!(!p.started || s.length === 0)) {
        var i = s.filter((w) => !this.current.has(w));
        if (i.length === 0)
          e && p.discard();
        else if (t.length > 0) {
          if (e)
            for (const w of this.#v)
              p.unskip_effect(w, (f) => {
                (f.f & (At | xr)) !== 0 ? p.schedule(f) : p.#g([f]);
              });
          p.activate();
          var o = /* @__PURE__ */ new Set(), l = /* @__PURE__ */ new Map();
          for (var c of t)
            Os(c, i, o, l);
          l = /* @__PURE__ */ new Map();
          var d = [...p.current].filter(([w, f]) => {
            const v = this.current.get(w);
            return v ? v[0] !== f[0] || v[1] !== f[1] : !0;
          }).map(([w]) => w);
          if (d.length > 0)
            for (const w of this.#o)
              (w.f & (st | ot | ma)) === 0 && wn(w, d, l) && ((w.f & (xr | At)) !== 0 ? (Ye(w, qe), p.schedule(w)) : p.add_dirty_reaction(w, qe));
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
      let n = this.#a.get(t) ?? 0;
      this.#a.set(t, n + 1);
    }
  }
  /**
   * @param {boolean} blocking
   * @param {Effect} effect
   */
  decrement(e, t) {
    if (this.#t -= 1, e) {
      let n = this.#a.get(t) ?? 0;
      n === 1 ? this.#a.delete(t) : this.#a.set(t, n - 1);
    }
    this.#u || (this.#u = !0, Kt(() => {
      this.#u = !1, this.linked && this.flush();
    }));
  }
  /**
   * @param {Map<Effect, number>} dirty_reactions
   */
  transfer_reactions(e) {
    for (const [t, n] of e)
      this.add_dirty_reaction(t, n);
    e.clear();
  }
  /**
   * @param {Effect} effect
   * @param {number} status
   */
  add_dirty_reaction(e, t) {
    (t === qe || this.#i.get(e) !== qe) && this.#i.set(e, t);
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
    return (this.#n ??= ps()).promise;
  }
  static ensure() {
    if (Ne === null) {
      const e = Ne = new ar();
      !qa && !Yr && Kt(() => {
        e.started || e.flush();
      });
    }
    return Ne;
  }
  apply() {
    {
      Nt = null;
      return;
    }
  }
  /**
   *
   * @param {Effect} effect
   */
  schedule(e) {
    if (rn = e, e.b?.is_pending && (e.f & (Ar | Ta | gs)) !== 0 && (e.f & Rr) === 0) {
      e.b.defer_effect(e);
      return;
    }
    this.#s.push(e);
  }
  #f() {
    if (this.linked) {
      var e = this.prev, t = this.next;
      e === null ? Ba = t : e.next = t, t === null ? br = e : t.prev = e, this.linked = !1;
    }
  }
}
function No(a) {
  var e = Yr, t = Sr;
  Sr = null, Yr = !0;
  try {
    for (var n; ; ) {
      if (bo(), Ne === null)
        return (
          /** @type {T} */
          n
        );
      Ne.flush();
    }
  } finally {
    Yr = e, Sr = t;
  }
}
function To() {
  try {
    vo();
  } catch (a) {
    jt(a, rn);
  }
}
let Wt = null;
function Vn(a) {
  var e = a.length;
  if (e !== 0) {
    for (var t = 0; t < e; ) {
      var n = a[t++];
      if ((n.f & (st | ot)) === 0 && oa(n) && (Wt = /* @__PURE__ */ new Set(), Pr(n), n.deps === null && n.first === null && n.nodes === null && n.teardown === null && n.ac === null && Ws(n), Wt?.size > 0)) {
        Ut.clear();
        for (const s of Wt) {
          if ((s.f & (st | ot)) !== 0) continue;
          const i = [s];
          let o = s.parent;
          for (; o !== null; )
            Wt.has(o) && (Wt.delete(o), i.push(o)), o = o.parent;
          for (let l = i.length - 1; l >= 0; l--) {
            const c = i[l];
            (c.f & (st | ot)) === 0 && Pr(c);
          }
        }
        Wt.clear();
      }
    }
    Wt = null;
  }
}
function Os(a, e, t, n) {
  if (!t.has(a) && (t.add(a), a.reactions !== null))
    for (const s of a.reactions) {
      const i = s.f;
      (i & it) !== 0 ? Os(
        /** @type {Derived} */
        s,
        e,
        t,
        n
      ) : (i & (xr | At)) !== 0 && (i & qe) === 0 && wn(s, e, n) && (Ye(s, qe), kn(
        /** @type {Effect} */
        s
      ));
    }
}
function wn(a, e, t) {
  const n = t.get(a);
  if (n !== void 0) return n;
  if (a.deps !== null)
    for (const s of a.deps) {
      if (Qr.call(e, s))
        return !0;
      if ((s.f & it) !== 0 && wn(
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
  return t.set(a, !1), !1;
}
function kn(a) {
  Ne.schedule(a);
}
function Rs(a, e) {
  if (!((a.f & Lt) !== 0 && (a.f & $e) !== 0)) {
    (a.f & qe) !== 0 ? e.d.push(a) : (a.f & yt) !== 0 && e.m.push(a), Ye(a, $e);
    for (var t = a.first; t !== null; )
      Rs(t, e), t = t.next;
  }
}
function Cs(a) {
  Ye(a, $e);
  for (var e = a.first; e !== null; )
    Cs(e), e = e.next;
}
let wa = /* @__PURE__ */ new Set();
const Ut = /* @__PURE__ */ new Map();
let Is = !1;
function hr(a, e) {
  var t = {
    f: 0,
    v: a,
    reactions: null,
    equals: ks,
    rv: 0,
    wv: 0
  };
  return t;
}
// @__NO_SIDE_EFFECTS__
function U(a, e) {
  const t = hr(a);
  return Vs(t), t;
}
// @__NO_SIDE_EFFECTS__
function Po(a, e = !1, t = !0) {
  const n = hr(a);
  return e || (n.equals = Ss), n;
}
function N(a, e, t = !1) {
  Pe !== null && // since we are untracking the function inside `$inspect.with` we need to add this check
  // to ensure we error if state is set inside an inspect effect
  (!Tt || (Pe.f & ma) !== 0) && Ms() && (Pe.f & (it | At | xr | ma)) !== 0 && (Ht === null || !Ht.has(a)) && _o();
  let n = t ? ur(e) : e;
  return Tr(a, n, pa);
}
var or = null, an = 0;
function Tr(a, e, t = null) {
  if (!a.equals(e)) {
    Xt ? Ut.set(a, e) : Ut.has(a) || Ut.set(a, a.v);
    var n = ar.ensure();
    if (n.capture(a, e), (a.f & it) !== 0) {
      const s = (
        /** @type {Derived} */
        a
      );
      (a.f & qe) !== 0 && yn(s), Nt === null && mn(s);
    }
    a.wv = Gs(), or = null, an = 0, Fs(a, qe, t), or = null, Re !== null && (Re.f & $e) !== 0 && (Re.f & (Lt | rr)) === 0 && (wt === null ? qo([a]) : wt.push(a)), !n.is_fork && wa.size > 0 && !Is && Lo();
  }
  return e;
}
function Lo() {
  Is = !1;
  for (const a of wa) {
    (a.f & $e) !== 0 && Ye(a, yt);
    let e;
    try {
      e = oa(a);
    } catch {
      e = !0;
    }
    e && Pr(a);
  }
  wa.clear();
}
function Oo(a, e = 1) {
  var t = r(a), n = e === 1 ? t++ : t--;
  return N(a, t), n;
}
function Xr(a) {
  N(a, a.v + 1);
}
function Fs(a, e, t) {
  var n = a.reactions;
  if (n !== null) {
    var s = n.length;
    if (an += s, an > 1e5 && or === null && (or = /* @__PURE__ */ new Set()), or !== null) {
      if (or.has(a)) return;
      or.add(a);
    }
    for (var i = 0; i < s; i++) {
      var o = n[i], l = o.f, c = (l & qe) === 0;
      if (c && Ye(o, e), (l & ma) !== 0)
        wa.add(
          /** @type {Effect} */
          o
        );
      else if ((l & it) !== 0) {
        var d = (
          /** @type {Derived} */
          o
        );
        Nt?.delete(d), Fs(d, yt, t);
      } else if (c) {
        var h = (
          /** @type {Effect} */
          o
        );
        (l & At) !== 0 && Wt !== null && Wt.add(h), t !== null ? t.push(h) : kn(h);
      }
    }
  }
}
function ur(a) {
  if (typeof a != "object" || a === null || Yt in a || _s in a)
    return a;
  const e = pn(a);
  if (e !== Hi && e !== zi)
    return a;
  var t = /* @__PURE__ */ new Map(), n = Aa(a), s = /* @__PURE__ */ U(0), i = fr, o = (l) => {
    if (fr === i)
      return l();
    var c = Pe, d = fr;
    Mt(null), Xn(i);
    var h = l();
    return Mt(c), Xn(d), h;
  };
  return n && t.set("length", /* @__PURE__ */ U(
    /** @type {any[]} */
    a.length
  )), new Proxy(
    /** @type {any} */
    a,
    {
      defineProperty(l, c, d) {
        (!("value" in d) || d.configurable === !1 || d.enumerable === !1 || d.writable === !1) && po();
        var h = t.get(c);
        return h === void 0 ? o(() => {
          var p = /* @__PURE__ */ U(d.value);
          return t.set(c, p), p;
        }) : N(h, d.value, !0), !0;
      },
      deleteProperty(l, c) {
        var d = t.get(c);
        if (d === void 0) {
          if (c in l) {
            const h = o(() => /* @__PURE__ */ U(Qe));
            t.set(c, h), Xr(s);
          }
        } else
          N(d, Qe), Xr(s);
        return !0;
      },
      get(l, c, d) {
        if (c === Yt)
          return a;
        var h = t.get(c), p = c in l;
        if (h === void 0 && (!p || kr(l, c)?.writable) && (h = o(() => {
          var f = ur(p ? l[c] : Qe), v = /* @__PURE__ */ U(f);
          return v;
        }), t.set(c, h)), h !== void 0) {
          var w = r(h);
          return w === Qe ? void 0 : w;
        }
        return Reflect.get(l, c, d);
      },
      getOwnPropertyDescriptor(l, c) {
        this.has?.(l, c);
        var d = Reflect.getOwnPropertyDescriptor(l, c), h = t.get(c);
        if (h !== void 0) {
          var p = r(h);
          if (p === Qe)
            return;
          if (d && "value" in d)
            d.value = p;
          else
            return {
              enumerable: !0,
              configurable: !0,
              value: p,
              writable: !0
            };
        }
        return d;
      },
      has(l, c) {
        if (c === Yt)
          return !0;
        var d = t.get(c), h = d !== void 0 && d.v !== Qe || Reflect.has(l, c);
        if (d !== void 0 || (Re !== null || Pe !== null) && (!h || kr(l, c)?.writable)) {
          d === void 0 && (d = o(() => {
            var w = h ? ur(l[c]) : Qe, f = /* @__PURE__ */ U(w);
            return f;
          }), t.set(c, d));
          var p = r(d);
          if (p === Qe)
            return !1;
        }
        return h;
      },
      set(l, c, d, h) {
        var p = t.get(c), w = c in l;
        if (n && c === "length")
          for (var f = d; f < /** @type {Source<number>} */
          p.v; f += 1) {
            var v = t.get(f + "");
            v !== void 0 ? N(v, Qe) : f in l && (v = o(() => /* @__PURE__ */ U(Qe)), t.set(f + "", v));
          }
        if (p === void 0)
          (!w || kr(l, c)?.writable) && (p = o(() => /* @__PURE__ */ U(void 0)), N(p, ur(d)), t.set(c, p));
        else {
          w = p.v !== Qe;
          var F = o(() => ur(d));
          N(p, F);
        }
        var g = Reflect.getOwnPropertyDescriptor(l, c);
        if (g?.set && g.set.call(h, d), !w) {
          if (n && typeof c == "string") {
            var m = (
              /** @type {Source<number>} */
              t.get("length")
            ), y = Number(c);
            Number.isInteger(y) && y >= m.v && N(m, y + 1);
          }
          Xr(s);
        }
        return !0;
      },
      ownKeys(l) {
        r(s);
        var c = Reflect.ownKeys(l).filter((p) => {
          var w = t.get(p);
          return w === void 0 || w.v !== Qe;
        });
        for (var [d, h] of t)
          h.v !== Qe && !(d in l) && c.push(d);
        return c;
      },
      setPrototypeOf() {
        go();
      }
    }
  );
}
function Yn(a) {
  try {
    if (a !== null && typeof a == "object" && Yt in a)
      return a[Yt];
  } catch {
  }
  return a;
}
function js(a, e) {
  return Object.is(Yn(a), Yn(e));
}
var ka, Ds, Us, Hs;
function Ro() {
  if (ka === void 0) {
    ka = window, Ds = /Firefox/.test(navigator.userAgent);
    var a = Element.prototype, e = Node.prototype, t = Text.prototype;
    Us = kr(e, "firstChild").get, Hs = kr(e, "nextSibling").get, Wn(a) && (a[$a] = void 0, a[ms] = null, a[en] = void 0, a.__e = void 0), Wn(t) && (t[tn] = void 0);
  }
}
function Gt(a = "") {
  return document.createTextNode(a);
}
// @__NO_SIDE_EFFECTS__
function Ft(a) {
  return (
    /** @type {TemplateNode | null} */
    Us.call(a)
  );
}
// @__NO_SIDE_EFFECTS__
function na(a) {
  return (
    /** @type {TemplateNode | null} */
    Hs.call(a)
  );
}
function x(a, e) {
  return /* @__PURE__ */ Ft(a);
}
function Te(a, e = !1) {
  {
    var t = /* @__PURE__ */ Ft(a);
    return t instanceof Comment && t.data === "" ? /* @__PURE__ */ na(t) : t;
  }
}
function q(a, e = !1) {
  return /* @__PURE__ */ Ft(a);
}
function u(a, e = 1, t = !1) {
  let n = a;
  for (; e--; )
    n = /** @type {TemplateNode} */
    /* @__PURE__ */ na(n);
  return n;
}
function Co(a) {
  a.textContent = "";
}
function zs() {
  return !1;
}
function Io(a, e, t) {
  return (
    /** @type {T extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[T] : Element} */
    t ? document.createElement(a, { is: t }) : document.createElement(a)
  );
}
function Fo(a) {
  var e = Re;
  if (e === null)
    return Pe.f |= tr, a;
  if ((e.f & Rr) === 0 && (e.f & Ar) === 0)
    throw a;
  jt(a, e);
}
function jt(a, e) {
  if (a === ws)
    throw a;
  if (!(e !== null && (e.f & st) !== 0)) {
    for (; e !== null; ) {
      if ((e.f & Qa) !== 0 && (e.f & (st | $r)) === 0) {
        if ((e.f & Rr) === 0)
          throw a;
        try {
          e.b.error(a);
          return;
        } catch (t) {
          a = t;
        }
      }
      e = e.parent;
    }
    throw a;
  }
}
function jo(a) {
  Re === null && (Pe === null && fo(), co()), Xt && uo();
}
function Do(a, e) {
  var t = e.last;
  t === null ? e.last = e.first = a : (t.next = a, a.prev = t, e.last = a);
}
function Zt(a, e) {
  var t = Re;
  t !== null && (t.f & ot) !== 0 && (a |= ot);
  var n = {
    ctx: lt,
    deps: null,
    nodes: null,
    f: a | qe | Pt,
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
  Ne?.register_created_effect(n);
  var s = n;
  if ((a & Ar) !== 0)
    Gr !== null ? Gr.push(n) : ar.ensure().schedule(n);
  else if (e !== null) {
    try {
      Pr(n);
    } catch (o) {
      throw pt(n), o;
    }
    s.deps === null && s.teardown === null && s.nodes === null && s.first === s.last && // either `null`, or a singular child
    (s.f & Cr) === 0 && (s = s.first, (a & At) !== 0 && (a & vr) !== 0 && s !== null && (s.f |= vr));
  }
  if (s !== null && (s.parent = t, t !== null && Do(s, t), Pe !== null && (Pe.f & it) !== 0 && (a & rr) === 0)) {
    var i = (
      /** @type {Derived} */
      Pe
    );
    (i.effects ??= []).push(s);
  }
  return n;
}
function xn() {
  return Pe !== null && !Tt;
}
function Sn(a) {
  const e = Zt(Ta, null);
  return Ye(e, $e), e.teardown = a, e;
}
function ht(a) {
  jo();
  var e = (
    /** @type {Effect} */
    Re.f
  ), t = !Pe && (e & Lt) !== 0 && lt !== null && !lt.i;
  if (t) {
    var n = (
      /** @type {ComponentContext} */
      lt
    );
    (n.e ??= []).push(a);
  } else
    return Bs(a);
}
function Bs(a) {
  return Zt(Ar | Wi, a);
}
function Uo(a) {
  ar.ensure();
  const e = Zt(rr | Cr, a);
  return (t = {}) => new Promise((n) => {
    t.outro ? dr(e, () => {
      pt(e), n(void 0);
    }) : (pt(e), n(void 0));
  });
}
function Pa(a) {
  return Zt(Ar, a);
}
function Ho(a) {
  return Zt(xr | Cr, a);
}
function sa(a, e = 0) {
  return Zt(Ta | e, a);
}
function j(a, e = [], t = [], n = []) {
  ko(n, e, t, (s) => {
    Zt(Ta, () => {
      a(...s.map(r));
    });
  });
}
function ia(a, e = 0) {
  var t = Zt(At | e, a);
  return t;
}
function xt(a) {
  return Zt(Lt | Cr, a);
}
function qs(a) {
  var e = a.teardown;
  if (e !== null) {
    const t = Xt, n = Pe;
    Gn(!0), Mt(null);
    try {
      e.call(null);
    } catch (s) {
      jt(s, a.parent);
    } finally {
      Gn(t), Mt(n);
    }
  }
}
function Mn(a, e = !1) {
  var t = a.first;
  for (a.first = a.last = null; t !== null; ) {
    const s = t.ac;
    s !== null && Ir(() => {
      s.abort(aa);
    });
    var n = t.next;
    (t.f & rr) !== 0 ? t.parent = null : pt(t, e), t = n;
  }
}
function zo(a) {
  for (var e = a.first; e !== null; ) {
    var t = e.next;
    (e.f & Lt) === 0 && pt(e), e = t;
  }
}
function pt(a, e = !0) {
  var t = !1;
  (e || (a.f & qi) !== 0) && a.nodes !== null && a.nodes.end !== null && (Bo(
    a.nodes.start,
    /** @type {TemplateNode} */
    a.nodes.end
  ), t = !0), a.f |= $r, Mn(a, e && !t), ta(a, 0);
  var n = a.nodes && a.nodes.t;
  if (n !== null)
    for (const i of n)
      i.stop();
  qs(a), a.f ^= $r, a.f |= st;
  var s = a.parent;
  s !== null && s.first !== null && Ws(a), a.next = a.prev = a.teardown = a.ctx = a.deps = a.fn = a.nodes = a.ac = a.b = null;
}
function Bo(a, e) {
  for (; a !== null; ) {
    var t = a === e ? null : /* @__PURE__ */ na(a);
    a.remove(), a = t;
  }
}
function Ws(a) {
  var e = a.parent, t = a.prev, n = a.next;
  t !== null && (t.next = n), n !== null && (n.prev = t), e !== null && (e.first === a && (e.first = n), e.last === a && (e.last = t));
}
function dr(a, e, t = !0) {
  var n = [];
  a.f |= gn, Js(a, n, !0);
  var s = () => {
    t && pt(a), e && e();
  }, i = n.length;
  if (i > 0) {
    var o = () => --i || s();
    for (var l of n)
      l.out(o);
  } else
    s();
}
function Js(a, e, t) {
  if ((a.f & ot) === 0) {
    a.f ^= ot;
    var n = a.nodes && a.nodes.t;
    if (n !== null)
      for (const l of n)
        (l.is_global || t) && e.push(l);
    for (var s = a.first; s !== null; ) {
      var i = s.next;
      if ((s.f & rr) === 0) {
        var o = (s.f & vr) !== 0 || // If this is a branch effect without a block effect parent,
        // it means the parent block effect was pruned. In that case,
        // transparency information was transferred to the branch effect.
        (s.f & Lt) !== 0 && (a.f & At) !== 0;
        Js(s, e, o ? t : !1);
      }
      s = i;
    }
  }
}
function xa(a) {
  a.f &= ~gn, Ks(a, !0);
}
function Ks(a, e) {
  if ((a.f & gn) === 0 && (a.f & ot) !== 0) {
    a.f ^= ot, (a.f & $e) === 0 && (Ye(a, qe), ar.ensure().schedule(a));
    for (var t = a.first; t !== null; ) {
      var n = t.next, s = (t.f & vr) !== 0 || (t.f & Lt) !== 0;
      Ks(t, s ? e : !1), t = n;
    }
    var i = a.nodes && a.nodes.t;
    if (i !== null)
      for (const o of i)
        (o.is_global || e) && o.in();
  }
}
function En(a, e) {
  if (a.nodes)
    for (var t = a.nodes.start, n = a.nodes.end; t !== null; ) {
      var s = t === n ? null : /* @__PURE__ */ na(t);
      e.append(t), t = s;
    }
}
let Xt = !1;
function Gn(a) {
  Xt = a;
}
let Pe = null, Tt = !1;
function Mt(a) {
  Pe = a;
}
let Re = null;
function Bt(a) {
  Re = a;
}
let Ht = null;
function Vs(a) {
  Pe !== null && ((Pe.f & ba) !== 0 || (Pe.f & it) !== 0) && (Ht ??= /* @__PURE__ */ new Set()).add(a);
}
let ft = null, mt = 0, wt = null;
function qo(a) {
  wt = a;
}
let Ys = 1, cr = 0, fr = cr;
function Xn(a) {
  fr = a;
}
function Gs() {
  return ++Ys;
}
function oa(a) {
  var e = a.f;
  if ((e & qe) !== 0)
    return !0;
  if ((e & yt) !== 0) {
    for (var t = (
      /** @type {Value[]} */
      a.deps
    ), n = t.length, s = 0; s < n; s++) {
      var i = t[s];
      if (oa(
        /** @type {Derived} */
        i
      ) && Ps(
        /** @type {Derived} */
        i
      ), i.wv > a.wv)
        return !0;
    }
    (e & Pt) !== 0 && // During time traveling we don't want to reset the status so that
    // traversal of the graph in the other batches still happens
    Nt === null && Ye(a, $e);
  }
  return !1;
}
function Xs(a, e, t = !0) {
  var n = a.reactions;
  if (n !== null && !(Ht !== null && Ht.has(a)))
    for (var s = 0; s < n.length; s++) {
      var i = n[s];
      (i.f & it) !== 0 ? Xs(
        /** @type {Derived} */
        i,
        e,
        !1
      ) : e === i && (t ? Ye(i, qe) : (i.f & $e) !== 0 && Ye(i, yt), kn(
        /** @type {Effect} */
        i
      ));
    }
}
function Zs(a) {
  var e = ft, t = mt, n = wt, s = Pe, i = Ht, o = lt, l = Tt, c = fr, d = a.f;
  ft = /** @type {null | Value[]} */
  null, mt = 0, wt = null, Pe = (d & (Lt | rr)) === 0 ? a : null, Ht = null, Nr(a.ctx), Tt = !1, fr = ++cr, a.ac !== null && (Ir(() => {
    a.ac.abort(aa);
  }), a.ac = null);
  try {
    a.f |= ba;
    var h = (
      /** @type {Function} */
      a.fn
    ), p = h();
    a.f |= Rr;
    var w = Zn(a);
    if (Ms() && wt !== null && !Tt && w !== null && (a.f & (it | yt | qe)) === 0)
      for (var f = 0; f < /** @type {Source[]} */
      wt.length; f++)
        Xs(
          wt[f],
          /** @type {Effect} */
          a
        );
    if (s !== null && s !== a) {
      if (cr++, s.deps !== null)
        for (let v = 0; v < t; v += 1)
          s.deps[v].rv = cr;
      if (e !== null)
        for (const v of e)
          v.rv = cr;
      wt !== null && (n === null ? n = wt : n.push(.../** @type {Source[]} */
      wt));
    }
    return (a.f & tr) !== 0 && (a.f ^= tr), p;
  } catch (v) {
    return Zn(a), Fo(v);
  } finally {
    a.f ^= ba, ft = e, mt = t, wt = n, Pe = s, Ht = i, Nr(o), Tt = l, fr = c;
  }
}
function Zn(a) {
  var e = a.deps, t = Ne?.is_fork;
  if (ft !== null) {
    var n;
    if (t || ta(a, mt), e !== null && mt > 0)
      for (e.length = mt + ft.length, n = 0; n < ft.length; n++)
        e[mt + n] = ft[n];
    else
      a.deps = e = ft;
    if (xn() && (a.f & Pt) !== 0)
      for (n = mt; n < e.length; n++)
        (e[n].reactions ??= []).push(a);
  } else !t && e !== null && mt < e.length && (ta(a, mt), e.length = mt);
  return e;
}
function Wo(a, e) {
  let t = e.reactions;
  if (t !== null) {
    var n = Ui.call(t, a);
    if (n !== -1) {
      var s = t.length - 1;
      s === 0 ? t = e.reactions = null : (t[n] = t[s], t.pop());
    }
  }
  if (t === null && (e.f & it) !== 0 && // Destroying a child effect while updating a parent effect can cause a dependency to appear
  // to be unused, when in fact it is used by the currently-updating parent. Checking `new_deps`
  // allows us to skip the expensive work of disconnecting and immediately reconnecting it
  (ft === null || !Qr.call(ft, e))) {
    var i = (
      /** @type {Derived} */
      e
    );
    (i.f & Pt) !== 0 && (i.f ^= Pt), i.v !== Qe && mn(i), i.ac !== null && Ir(() => {
      i.ac.abort(aa), i.ac = null, Ye(i, qe);
    }), Eo(i), ta(i, 0);
  }
}
function ta(a, e) {
  var t = a.deps;
  if (t !== null)
    for (var n = e; n < t.length; n++)
      Wo(a, t[n]);
}
function Pr(a) {
  var e = a.f;
  if ((e & st) === 0) {
    Ye(a, $e);
    var t = Re;
    Re = a;
    try {
      (e & (At | gs)) !== 0 ? zo(a) : Mn(a), qs(a);
      var n = Zs(a);
      a.teardown = typeof n == "function" ? n : null, a.wv = Ys;
      var s;
    } finally {
      Re = t;
    }
  }
}
async function Qs() {
  await Promise.resolve(), No();
}
function r(a) {
  var e = a.f, t = (e & it) !== 0;
  if (Pe !== null && !Tt) {
    var n = Re !== null && (Re.f & st) !== 0;
    if (!n && (Ht === null || !Ht.has(a))) {
      var s = Pe.deps;
      if ((Pe.f & ba) !== 0)
        a.rv < cr && (a.rv = cr, ft === null && s !== null && s[mt] === a ? mt++ : ft === null ? ft = [a] : ft.push(a));
      else {
        Pe.deps ??= [], Qr.call(Pe.deps, a) || Pe.deps.push(a);
        var i = a.reactions;
        i === null ? a.reactions = [Pe] : Qr.call(i, Pe) || i.push(Pe);
      }
    }
  }
  if (Xt && Ut.has(a))
    return Ut.get(a);
  if (t) {
    var o = (
      /** @type {Derived} */
      a
    );
    if (Xt) {
      var l = o.v;
      return ((o.f & $e) === 0 && o.reactions !== null || ei(o)) && (l = yn(o)), Ut.set(o, l), l;
    }
    var c = (o.f & Pt) === 0 && !Tt && Pe !== null && (Pe.f & Pt) !== 0, d = (o.f & Rr) === 0;
    oa(o) && (c && (o.f |= Pt), Ps(o)), c && !d && (Ls(o), $s(o));
  }
  if (Nt?.has(a))
    return Nt.get(a);
  if ((a.f & tr) !== 0)
    throw a.v;
  return a.v;
}
function $s(a) {
  if (a.f |= Pt, a.deps !== null)
    for (const t of a.deps) {
      var e = t.reactions;
      e === null ? t.reactions = [a] : Qr.call(e, a) || e.push(a), (t.f & it) !== 0 && (t.f & Pt) === 0 && (Ls(
        /** @type {Derived} */
        t
      ), $s(
        /** @type {Derived} */
        t
      ));
    }
}
function ei(a) {
  if (a.v === Qe) return !0;
  if (a.deps === null) return !1;
  for (const e of a.deps)
    if (Ut.has(e) || (e.f & it) !== 0 && ei(
      /** @type {Derived} */
      e
    ))
      return !0;
  return !1;
}
function Et(a) {
  var e = Tt;
  try {
    return Tt = !0, a();
  } finally {
    Tt = e;
  }
}
function Jo(a) {
  if (!(typeof a != "object" || !a || a instanceof EventTarget)) {
    if (Yt in a)
      nn(a);
    else if (!Array.isArray(a))
      for (let e in a) {
        const t = a[e];
        typeof t == "object" && t && Yt in t && nn(t);
      }
  }
}
function nn(a, e = /* @__PURE__ */ new Set()) {
  if (typeof a == "object" && a !== null && // We don't want to traverse DOM elements
  !(a instanceof EventTarget) && !e.has(a)) {
    e.add(a), a instanceof Date && a.getTime();
    for (let n in a)
      try {
        nn(a[n], e);
      } catch {
      }
    const t = pn(a);
    if (t !== Object.prototype && t !== Array.prototype && t !== Map.prototype && t !== Set.prototype && t !== Date.prototype) {
      const n = hs(t);
      for (let s in n) {
        const i = n[s].get;
        if (i)
          try {
            i.call(a);
          } catch {
          }
      }
    }
  }
}
const Ko = ["touchstart", "touchmove"];
function Vo(a) {
  return Ko.includes(a);
}
const Kr = /* @__PURE__ */ Symbol("events"), ti = /* @__PURE__ */ new Set(), sn = /* @__PURE__ */ new Set();
function Yo(a, e, t, n = {}) {
  function s(i) {
    if (n.capture || on.call(e, i), !i.cancelBubble)
      return Ir(() => t?.call(this, i));
  }
  return a.startsWith("pointer") || a.startsWith("touch") || a === "wheel" ? (s.__removed = !1, Kt(() => {
    s.__removed || e.addEventListener(a, s, n);
  })) : e.addEventListener(a, s, n), s;
}
function Ue(a, e, t, n, s) {
  var i = { capture: n, passive: s }, o = Yo(a, e, t, i);
  (e === document.body || // @ts-ignore
  e === window || // @ts-ignore
  e === document || // Firefox has quirky behavior, it can happen that we still get "canplay" events when the element is already removed
  e instanceof HTMLMediaElement) && Sn(() => {
    o.__removed = !0, e.removeEventListener(a, o, i);
  });
}
function oe(a, e, t) {
  (e[Kr] ??= {})[a] = t;
}
function ut(a) {
  for (var e = 0; e < a.length; e++)
    ti.add(a[e]);
  for (var t of sn)
    t(a);
}
let Wa = null, Ja = !1;
function on(a) {
  var e = this, t = (
    /** @type {Node} */
    e.ownerDocument
  ), n = a.type, s = a.composedPath?.() || [], i = (
    /** @type {null | Element} */
    s[0] || a.target
  );
  Wa = a, Ja || (Ja = !0, setTimeout(() => {
    Ja = !1, Wa = null;
  }));
  var o = 0, l = Wa === a && a[Kr];
  if (l) {
    var c = s.indexOf(l);
    if (c !== -1 && (e === document || e === /** @type {any} */
    window)) {
      a[Kr] = e;
      return;
    }
    var d = s.indexOf(e);
    if (d === -1)
      return;
    c <= d && (o = c);
  }
  if (i = /** @type {Element} */
  s[o] || a.target, i !== e) {
    vs(a, "currentTarget", {
      configurable: !0,
      get() {
        return i || t;
      }
    });
    var h = Pe, p = Re;
    Mt(null), Bt(null);
    try {
      for (var w, f = []; i !== null && i !== e; ) {
        try {
          var v = i[Kr]?.[n];
          v != null && (!/** @type {any} */
          i.disabled || // DOM could've been updated already by the time this is reached, so we check this as well
          // -> the target could not have been disabled because it emits the event in the first place
          a.target === i) && v.call(i, a);
        } catch (F) {
          w ? f.push(F) : w = F;
        }
        if (a.cancelBubble) break;
        o++, i = o < s.length ? (
          /** @type {Element} */
          s[o]
        ) : null;
      }
      if (w) {
        for (let F of f)
          queueMicrotask(() => {
            throw F;
          });
        throw w;
      }
    } finally {
      a[Kr] = e, delete a.currentTarget, Mt(h), Bt(p);
    }
  }
}
const Go = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  globalThis?.window?.trustedTypes && /* @__PURE__ */ globalThis.window.trustedTypes.createPolicy("svelte-trusted-html", {
    /** @param {string} html */
    createHTML: (a) => a
  })
);
function Xo(a) {
  return (
    /** @type {string} */
    Go?.createHTML(a) ?? a
  );
}
function ri(a) {
  var e = Io("template");
  return e.innerHTML = Xo(a.replaceAll("<!>", "<!---->")), e.content;
}
function Lr(a, e) {
  var t = (
    /** @type {Effect} */
    Re
  );
  t.nodes === null && (t.nodes = { start: a, end: e, a: null, t: null });
}
// @__NO_SIDE_EFFECTS__
function E(a, e) {
  var t = (e & ys) !== 0, n = (e & ro) !== 0, s, i = !a.startsWith("<!>");
  return () => {
    s === void 0 && (s = ri(i ? a : "<!>" + a), t || (s = /** @type {TemplateNode} */
    /* @__PURE__ */ Ft(s)));
    var o = (
      /** @type {TemplateNode} */
      n || Ds ? document.importNode(s, !0) : s.cloneNode(!0)
    );
    if (t) {
      var l = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ Ft(o)
      ), c = (
        /** @type {TemplateNode} */
        o.lastChild
      );
      Lr(l, c);
    } else
      Lr(o, o);
    return o;
  };
}
// @__NO_SIDE_EFFECTS__
function Zo(a, e, t = "svg") {
  var n = !a.startsWith("<!>"), s = (e & ys) !== 0, i = `<${t}>${n ? a : "<!>" + a}</${t}>`, o;
  return () => {
    if (!o) {
      var l = (
        /** @type {DocumentFragment} */
        ri(i)
      ), c = (
        /** @type {Element} */
        /* @__PURE__ */ Ft(l)
      );
      if (s)
        for (o = document.createDocumentFragment(); /* @__PURE__ */ Ft(c); )
          o.appendChild(
            /** @type {TemplateNode} */
            /* @__PURE__ */ Ft(c)
          );
      else
        o = /** @type {Element} */
        /* @__PURE__ */ Ft(c);
    }
    var d = (
      /** @type {TemplateNode} */
      o.cloneNode(!0)
    );
    if (s) {
      var h = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ Ft(d)
      ), p = (
        /** @type {TemplateNode} */
        d.lastChild
      );
      Lr(h, p);
    } else
      Lr(d, d);
    return d;
  };
}
// @__NO_SIDE_EFFECTS__
function Fr(a, e) {
  return /* @__PURE__ */ Zo(a, e, "svg");
}
function ln(a = "") {
  {
    var e = Gt(a + "");
    return Lr(e, e), e;
  }
}
function Ot() {
  var a = document.createDocumentFragment(), e = document.createComment(""), t = Gt();
  return a.append(e, t), Lr(e, t), a;
}
function b(a, e) {
  a !== null && a.before(
    /** @type {Node} */
    e
  );
}
function Qo(a) {
  let e = 0, t = hr(0), n;
  return () => {
    xn() && (r(t), sa(() => (e === 0 && (n = Et(() => a(() => Xr(t)))), e += 1, () => {
      Kt(() => {
        e -= 1, e === 0 && (n?.(), n = void 0, Xr(t));
      });
    })));
  };
}
var $o = vr | Cr;
function el(a, e, t, n) {
  new tl(a, e, t, n);
}
class tl {
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
  #a;
  /** @type {Effect} */
  #n;
  /** @type {Effect | null} */
  #s = null;
  /** @type {Effect | null} */
  #o = null;
  /** @type {Effect | null} */
  #i = null;
  /** @type {DocumentFragment | null} */
  #l = null;
  #v = 0;
  #u = 0;
  #h = !1;
  /** @type {Map<Effect, number>} */
  #_ = /* @__PURE__ */ new Map();
  /**
   * A source containing the number of pending async deriveds/expressions.
   * Only created if `$effect.pending()` is used inside the boundary,
   * otherwise updating the source results in needless `Batch.ensure()`
   * calls followed by no-op flushes
   * @type {Source<number> | null}
   */
  #c = null;
  #p = Qo(() => (this.#c = hr(this.#v), () => {
    this.#c = null;
  }));
  /**
   * @param {TemplateNode} node
   * @param {BoundaryProps} props
   * @param {((anchor: Node) => void)} children
   * @param {((error: unknown) => unknown) | undefined} [transform_error]
   */
  constructor(e, t, n, s) {
    this.#e = e, this.#t = t, this.#a = (i) => {
      var o = (
        /** @type {Effect} */
        Re
      );
      o.b = this, o.f |= Qa, n(i);
    }, this.parent = /** @type {Effect} */
    Re.b, this.transform_error = s ?? this.parent?.transform_error ?? ((i) => i), this.#n = ia(() => {
      this.#y();
    }, $o);
  }
  #b() {
    try {
      this.#s = xt(() => this.#a(this.#e));
    } catch (e) {
      this.error(e);
    }
  }
  /**
   * @param {unknown} error The deserialized error from the server's hydration comment
   */
  #k(e) {
    const t = this.#t.failed, { reset: n, invoke_onerror: s } = this.#m(e);
    Kt(s), t && (this.#i = xt(() => {
      t(
        this.#e,
        () => e,
        () => n
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
    var t = !1, n = !1;
    const s = () => {
      if (!this.#d()) {
        if (t) {
          io();
          return;
        }
        t = !0, n && mo(), this.#i !== null && dr(this.#i, () => {
          this.#i = null;
        }), this.#w(() => {
          this.#y();
        });
      }
    };
    return { reset: s, invoke_onerror: () => {
      if (!this.#d())
        try {
          n = !0, this.#t.onerror?.(e, s), n = !1;
        } catch (o) {
          jt(o, this.#n && this.#n.parent);
        }
    } };
  }
  #d() {
    return (this.#n.f & (st | $r)) !== 0;
  }
  #g() {
    const e = this.#t.pending;
    e && (this.is_pending = !0, this.#o = xt(() => e(this.#e)), Kt(() => {
      if (!this.#d()) {
        var t = this.#l = document.createDocumentFragment(), n = Gt(), s = !1;
        if (t.append(n), this.#s = this.#w(() => {
          try {
            return xt(() => this.#a(n));
          } catch (i) {
            try {
              this.error(i), s = !0;
            } catch (o) {
              jt(o, this.#n.parent);
            }
            return null;
          }
        }), this.#s === null) {
          this.#l = null, s && this.#f(
            /** @type {Batch} */
            Ne
          );
          return;
        }
        this.#u === 0 && (this.#e.before(t), this.#l = null, dr(
          /** @type {Effect} */
          this.#o,
          () => {
            this.#o = null;
          }
        ), this.#f(
          /** @type {Batch} */
          Ne
        ));
      }
    }));
  }
  #y() {
    try {
      if (this.is_pending = this.has_pending_snippet(), this.#u = 0, this.#v = 0, this.#s = xt(() => {
        this.#a(this.#e);
      }), this.#u > 0) {
        var e = this.#l = document.createDocumentFragment();
        En(this.#s, e);
        const t = (
          /** @type {(anchor: Node) => void} */
          this.#t.pending
        );
        this.#o = xt(() => t(this.#e));
      } else
        this.#f(
          /** @type {Batch} */
          Ne
        );
    } catch (t) {
      this.error(t);
    }
  }
  /**
   * @param {Batch} batch
   */
  #f(e) {
    this.is_pending = !1, e.transfer_reactions(this.#_);
  }
  /**
   * Defer an effect inside a pending boundary until the boundary resolves
   * @param {Effect} effect
   */
  defer_effect(e) {
    As(e, this.#_);
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
    var t = Re, n = Pe, s = lt;
    Bt(this.#n), Mt(this.#n), Nr(this.#n.ctx);
    try {
      return ar.ensure(), e();
    } finally {
      Bt(t), Mt(n), Nr(s);
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
    this.#u += e, this.#u === 0 && (this.#f(t), this.#o && dr(this.#o, () => {
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
    this.#x(e, t), this.#v += e, !(!this.#c || this.#h) && (this.#h = !0, Kt(() => {
      this.#h = !1, this.#c && Tr(this.#c, this.#v);
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
    if (e === ws || !this.#t.onerror && !this.#t.failed)
      throw e;
    Ne?.is_fork ? (this.#s && Ne.skip_effect(this.#s), this.#o && Ne.skip_effect(this.#o), this.#i && Ne.skip_effect(this.#i), Ne.oncommit(() => {
      this.#d() || this.#S(e);
    })) : this.#S(e);
  }
  /**
   * @param {unknown} error
   */
  #S(e) {
    this.#s && (pt(this.#s), this.#s = null), this.#o && (pt(this.#o), this.#o = null), this.#i && (pt(this.#i), this.#i = null);
    let t = this.#t.failed;
    const n = (s) => {
      if (this.#d()) return;
      const { reset: i, invoke_onerror: o } = this.#m(s);
      o(), t && !this.#d() && (this.#i = this.#w(() => {
        try {
          return xt(() => {
            var l = (
              /** @type {Effect} */
              Re
            );
            l.b = this, l.f |= Qa, t(
              this.#e,
              () => s,
              () => i
            );
          });
        } catch (l) {
          return jt(
            l,
            /** @type {Effect} */
            this.#n.parent
          ), null;
        }
      }));
    };
    Kt(() => {
      if (!this.#d()) {
        var s;
        try {
          s = this.transform_error(e);
        } catch (i) {
          jt(i, this.#n && this.#n.parent);
          return;
        }
        s !== null && typeof s == "object" && typeof /** @type {any} */
        s.then == "function" ? s.then(
          n,
          /** @param {unknown} e */
          (i) => jt(i, this.#n && this.#n.parent)
        ) : n(s);
      }
    });
  }
}
function O(a, e) {
  var t = e == null ? "" : typeof e == "object" ? `${e}` : e;
  t !== /** @type {any} */
  (a[tn] ??= a.nodeValue) && (a[tn] = t, a.nodeValue = `${t}`);
}
function ai(a, e) {
  return rl(a, e);
}
const fa = /* @__PURE__ */ new Map();
function rl(a, { target: e, anchor: t, props: n = {}, events: s, context: i, intro: o = !0, transformError: l }) {
  Ro();
  var c = void 0, d = Uo(() => {
    var h = t ?? e.appendChild(Gt());
    el(
      /** @type {TemplateNode} */
      h,
      {
        pending: () => {
        }
      },
      (f) => {
        Ge({});
        var v = (
          /** @type {ComponentContext} */
          lt
        );
        i && (v.c = i), s && (n.$$events = s), c = a(f, n) || _n(), Xe();
      },
      l
    );
    var p = /* @__PURE__ */ new Set(), w = (f) => {
      for (var v = 0; v < f.length; v++) {
        var F = f[v];
        if (!p.has(F)) {
          p.add(F);
          var g = Vo(F);
          for (const L of [e, document]) {
            var m = fa.get(L);
            m === void 0 && (m = /* @__PURE__ */ new Map(), fa.set(L, m));
            var y = m.get(F);
            y === void 0 ? (L.addEventListener(F, on, { passive: g }), m.set(F, 1)) : m.set(F, y + 1);
          }
        }
      }
    };
    return w(Na(ti)), sn.add(w), () => {
      for (var f of p)
        for (const g of [e, document]) {
          var v = (
            /** @type {Map<string, number>} */
            fa.get(g)
          ), F = (
            /** @type {number} */
            v.get(f)
          );
          --F == 0 ? (g.removeEventListener(f, on), v.delete(f), v.size === 0 && fa.delete(g)) : v.set(f, F);
        }
      sn.delete(w), h !== t && h.parentNode?.removeChild(h);
    };
  });
  return un.set(c, d), c;
}
let un = /* @__PURE__ */ new WeakMap();
function al(a, e) {
  const t = un.get(a);
  return t ? (un.delete(a), t(e)) : Promise.resolve();
}
class An {
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
  #a = /* @__PURE__ */ new Set();
  /**
   * Whether to pause (i.e. outro) on change, or destroy immediately.
   * This is necessary for `<svelte:element>`
   */
  #n = !0;
  /**
   * @param {TemplateNode} anchor
   * @param {boolean} transition
   */
  constructor(e, t = !0) {
    this.anchor = e, this.#n = t;
  }
  /**
   * @param {Batch} batch
   */
  #s = (e) => {
    if (this.#e.has(e)) {
      var t = (
        /** @type {Key} */
        this.#e.get(e)
      ), n = this.#r.get(t);
      if (n)
        xa(n), this.#a.delete(t);
      else {
        var s = this.#t.get(t);
        s && (xa(s.effect), this.#r.set(t, s.effect), this.#t.delete(t), s.fragment.lastChild.remove(), this.anchor.before(s.fragment), n = s.effect);
      }
      for (const [i, o] of this.#e) {
        if (this.#e.delete(i), i === e)
          break;
        const l = this.#t.get(o);
        l && (pt(l.effect), this.#t.delete(o));
      }
      for (const [i, o] of this.#r) {
        if (i === t || this.#a.has(i)) continue;
        const l = () => {
          if (Array.from(this.#e.values()).includes(i)) {
            var d = document.createDocumentFragment();
            En(o, d), d.append(Gt()), this.#t.set(i, { effect: o, fragment: d });
          } else
            pt(o);
          this.#a.delete(i), this.#r.delete(i);
        };
        this.#n || !n ? (this.#a.add(i), dr(o, l, !1)) : l();
      }
    }
  };
  /**
   * @param {Batch} batch
   */
  #o = (e) => {
    this.#e.delete(e);
    const t = Array.from(this.#e.values());
    for (const [n, s] of this.#t)
      t.includes(n) || (pt(s.effect), this.#t.delete(n));
  };
  /**
   *
   * @param {any} key
   * @param {null | ((target: TemplateNode) => void)} fn
   */
  ensure(e, t) {
    var n = (
      /** @type {Batch} */
      Ne
    ), s = zs();
    if (t && !this.#r.has(e) && !this.#t.has(e))
      if (s) {
        var i = document.createDocumentFragment(), o = Gt();
        i.append(o), this.#t.set(e, {
          effect: xt(() => t(o)),
          fragment: i
        });
      } else
        this.#r.set(
          e,
          xt(() => t(this.anchor))
        );
    if (this.#e.set(n, e), s) {
      for (const [l, c] of this.#r)
        l === e ? n.unskip_effect(c) : n.skip_effect(c);
      for (const [l, c] of this.#t)
        l === e ? n.unskip_effect(c.effect) : n.skip_effect(c.effect);
      n.oncommit(this.#s), n.ondiscard(this.#o);
    } else
      this.#s(n);
  }
}
function W(a, e, t = !1) {
  var n = new An(a), s = t ? vr : 0;
  function i(o, l) {
    n.ensure(o, l);
  }
  ia(() => {
    var o = !1;
    e((l, c = 0) => {
      o = !0, i(c, l);
    }), o || i(-1, null);
  }, s);
}
const nl = /* @__PURE__ */ Symbol("NaN");
function sl(a, e, t) {
  var n = new An(a);
  ia(() => {
    var s = e();
    s !== s && (s = /** @type {any} */
    nl), n.ensure(s, t);
  });
}
function je(a, e) {
  return e;
}
function il(a, e, t) {
  for (var n = [], s = e.length, i, o = e.length, l = 0; l < s; l++) {
    let p = e[l];
    dr(
      p,
      () => {
        if (i) {
          if (i.pending.delete(p), i.done.add(p), i.pending.size === 0) {
            var w = (
              /** @type {Set<EachOutroGroup>} */
              a.outrogroups
            );
            cn(a, Na(i.done)), w.delete(i), w.size === 0 && (a.outrogroups = null);
          }
        } else
          o -= 1;
      },
      !1
    );
  }
  if (o === 0) {
    var c = n.length === 0 && t !== null && a.pending.size === 0;
    if (c) {
      var d = (
        /** @type {Element} */
        t
      ), h = (
        /** @type {Element} */
        d.parentNode
      );
      Co(h), h.append(d), a.items.clear();
    }
    cn(a, e, !c);
  } else
    i = {
      pending: new Set(e),
      done: /* @__PURE__ */ new Set()
    }, (a.outrogroups ??= /* @__PURE__ */ new Set()).add(i);
}
function cn(a, e, t = !0) {
  var n;
  if (a.pending.size > 0) {
    n = /* @__PURE__ */ new Set();
    for (const o of a.pending.values())
      for (const l of o)
        n.add(
          /** @type {EachItem} */
          a.items.get(l).e
        );
  }
  for (var s = 0; s < e.length; s++) {
    var i = e[s];
    if (n?.has(i)) {
      i.f |= Dt;
      const o = document.createDocumentFragment();
      En(i, o);
    } else
      pt(e[s], t);
  }
}
var Qn;
function Ae(a, e, t, n, s, i = null) {
  var o = a, l = /* @__PURE__ */ new Map(), c = (e & bs) !== 0;
  if (c) {
    var d = (
      /** @type {Element} */
      a
    );
    o = d.appendChild(Gt());
  }
  var h = null, p = /* @__PURE__ */ Ts(() => {
    var y = t();
    return (
      /** @type {V[]} */
      Aa(y) ? y : y == null ? [] : Na(y)
    );
  }), w = /* @__PURE__ */ new Map(), f = !0;
  function v(y) {
    if ((m.effect.f & st) === 0) {
      m.pending.delete(y);
      var L = r(p);
      m.fallback = h, ol(m, L, o, e, n), h !== null && (L.length === 0 ? (h.f & Dt) === 0 ? xa(h) : (h.f ^= Dt, Vr(h, null, o)) : dr(h, () => {
        h = null;
      }));
    }
  }
  function F(y) {
    m.pending.delete(y);
  }
  var g = ia(() => {
    for (var y = (
      /** @type {V[]} */
      r(p)
    ), L = y.length, A = /* @__PURE__ */ new Set(), H = (
      /** @type {Batch} */
      Ne
    ), X = zs(), C = 0; C < L; C += 1) {
      var V = y[C], Y = n(V, C), I = f ? null : l.get(Y);
      I ? (I.v && Tr(I.v, V), I.i && Tr(I.i, C), X && H.unskip_effect(I.e)) : (I = ll(
        l,
        f ? o : Qn ??= Gt(),
        V,
        Y,
        C,
        s,
        e,
        t
      ), f || (I.e.f |= Dt), l.set(Y, I)), A.add(Y);
    }
    if (L === 0 && i && !h && (f ? h = xt(() => i(o)) : (h = xt(() => i(Qn ??= Gt())), h.f |= Dt)), L > A.size && lo(), !f)
      if (w.set(H, A), X) {
        for (const [G, re] of l)
          A.has(G) || H.skip_effect(re.e);
        H.oncommit(v), H.ondiscard(F);
      } else
        v(H);
    r(p);
  }), m = { effect: g, items: l, pending: w, outrogroups: null, fallback: h };
  f = !1;
}
function Br(a) {
  for (; a !== null && (a.f & Lt) === 0; )
    a = a.next;
  return a;
}
function ol(a, e, t, n, s) {
  var i = (n & Xi) !== 0, o = e.length, l = a.items, c = Br(a.effect.first), d, h = null, p, w = [], f = [], v, F, g, m;
  if (i)
    for (m = 0; m < o; m += 1)
      v = e[m], F = s(v, m), g = /** @type {EachItem} */
      l.get(F).e, (g.f & Dt) === 0 && (g.nodes?.a?.measure(), (p ??= /* @__PURE__ */ new Set()).add(g));
  for (m = 0; m < o; m += 1) {
    if (v = e[m], F = s(v, m), g = /** @type {EachItem} */
    l.get(F).e, a.outrogroups !== null)
      for (const I of a.outrogroups)
        I.pending.delete(g), I.done.delete(g);
    if ((g.f & ot) !== 0 && (xa(g), i && (g.nodes?.a?.unfix(), (p ??= /* @__PURE__ */ new Set()).delete(g))), (g.f & Dt) !== 0)
      if (g.f ^= Dt, g === c)
        Vr(g, null, t);
      else {
        var y = h ? h.next : c;
        g === a.effect.last && (a.effect.last = g.prev), g.prev && (g.prev.next = g.next), g.next && (g.next.prev = g.prev), $t(a, h, g), $t(a, g, y), Vr(g, y, t), h = g, w = [], f = [], c = Br(h.next);
        continue;
      }
    if (g !== c) {
      if (d !== void 0 && d.has(g)) {
        if (w.length < f.length) {
          var L = f[0], A;
          h = L.prev;
          var H = w[0], X = w[w.length - 1];
          for (A = 0; A < w.length; A += 1)
            Vr(w[A], L, t);
          for (A = 0; A < f.length; A += 1)
            d.delete(f[A]);
          $t(a, H.prev, X.next), $t(a, h, H), $t(a, X, L), c = L, h = X, m -= 1, w = [], f = [];
        } else
          d.delete(g), Vr(g, c, t), $t(a, g.prev, g.next), $t(a, g, h === null ? a.effect.first : h.next), $t(a, h, g), h = g;
        continue;
      }
      for (w = [], f = []; c !== null && c !== g; )
        (d ??= /* @__PURE__ */ new Set()).add(c), f.push(c), c = Br(c.next);
      if (c === null)
        continue;
    }
    (g.f & Dt) === 0 && w.push(g), h = g, c = Br(g.next);
  }
  if (a.outrogroups !== null) {
    for (const I of a.outrogroups)
      I.pending.size === 0 && (cn(a, Na(I.done)), a.outrogroups?.delete(I));
    a.outrogroups.size === 0 && (a.outrogroups = null);
  }
  if (c !== null || d !== void 0) {
    var C = [];
    if (d !== void 0)
      for (g of d)
        (g.f & ot) === 0 && C.push(g);
    for (; c !== null; )
      (c.f & ot) === 0 && c !== a.fallback && C.push(c), c = Br(c.next);
    var V = C.length;
    if (V > 0) {
      var Y = (n & bs) !== 0 && o === 0 ? t : null;
      if (i) {
        for (m = 0; m < V; m += 1)
          C[m].nodes?.a?.measure();
        for (m = 0; m < V; m += 1)
          C[m].nodes?.a?.fix();
      }
      il(a, C, Y);
    }
  }
  i && Kt(() => {
    if (p !== void 0)
      for (g of p)
        g.nodes?.a?.apply();
  });
}
function ll(a, e, t, n, s, i, o, l) {
  var c = (o & Yi) !== 0 ? (o & Zi) === 0 ? /* @__PURE__ */ Po(t, !1, !1) : hr(t) : null, d = (o & Gi) !== 0 ? hr(s) : null;
  return {
    v: c,
    i: d,
    e: xt(() => (i(e, c ?? t, d ?? s, l), () => {
      a.delete(n);
    }))
  };
}
function Vr(a, e, t) {
  if (a.nodes)
    for (var n = a.nodes.start, s = a.nodes.end, i = e && (e.f & Dt) === 0 ? (
      /** @type {EffectNodes} */
      e.nodes.start
    ) : t; n !== null; ) {
      var o = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ na(n)
      );
      if (i.before(n), n === s)
        return;
      n = o;
    }
}
function $t(a, e, t) {
  e === null ? a.effect.first = t : e.next = t, t === null ? a.effect.last = e : t.prev = e;
}
function ul(a, e, ...t) {
  var n = new An(a);
  ia(() => {
    const s = e() ?? null;
    n.ensure(s, s && ((i) => s(i, ...t)));
  }, vr);
}
function cl(a, e, t) {
  Pa(() => {
    var n = Et(() => e(a, t?.()) || {});
    if (t && n?.update) {
      var s = !1, i = (
        /** @type {any} */
        {}
      );
      sa(() => {
        var o = t();
        Jo(o), s && xs(i, o) && (i = o, n.update(o));
      }), s = !0;
    }
    if (n?.destroy)
      return () => (
        /** @type {Function} */
        n.destroy()
      );
  });
}
const $n = [...` 	
\r\f \v\uFEFF`];
function dl(a, e, t) {
  var n = a == null ? "" : "" + a;
  if (t) {
    for (var s of Object.keys(t))
      if (t[s])
        n = n ? n + " " + s : s;
      else if (n.length)
        for (var i = s.length, o = 0; (o = n.indexOf(s, o)) >= 0; ) {
          var l = o + i;
          (o === 0 || $n.includes(n[o - 1])) && (l === n.length || $n.includes(n[l])) ? n = (o === 0 ? "" : n.substring(0, o)) + n.substring(l + 1) : o = l;
        }
  }
  return n === "" ? null : n;
}
function es(a, e = !1) {
  var t = e ? " !important;" : ";", n = "";
  for (var s of Object.keys(a)) {
    var i = a[s];
    i != null && i !== "" && (n += " " + s + ": " + i + t);
  }
  return n;
}
function fl(a, e) {
  if (e) {
    var t = "", n, s;
    return Array.isArray(e) ? (n = e[0], s = e[1]) : n = e, n && (t += es(n)), s && (t += es(s, !0)), t = t.trim(), t === "" ? null : t;
  }
  return String(a);
}
function zt(a, e, t, n, s, i) {
  var o = (
    /** @type {any} */
    a[$a]
  );
  if (o !== t || o === void 0) {
    var l = dl(t, n, i);
    l == null ? a.removeAttribute("class") : a.className = l, a[$a] = t;
  } else if (i && s !== i)
    for (var c in i) {
      var d = !!i[c];
      (s == null || d !== !!s[c]) && a.classList.toggle(c, d);
    }
  return i;
}
function Ka(a, e = {}, t, n) {
  for (var s in t) {
    var i = t[s];
    e[s] !== i && (t[s] == null ? a.style.removeProperty(s) : a.style.setProperty(s, i, n));
  }
}
function He(a, e, t, n) {
  var s = (
    /** @type {any} */
    a[en]
  );
  if (s !== e) {
    var i = fl(e, n);
    i == null ? a.removeAttribute("style") : a.style.cssText = i, a[en] = e;
  } else n && (Array.isArray(n) ? (Ka(a, t?.[0], n[0]), Ka(a, t?.[1], n[1], "important")) : Ka(a, t, n));
  return n;
}
function vl(a, e) {
  e ? a.hasAttribute("selected") || a.setAttribute("selected", "") : a.removeAttribute("selected");
}
function hl(a, e) {
  var t = a.__defaultValue, n = a.multiple, s = n ? t ?? [] : null;
  if (!(n && !Aa(s))) {
    a.selectedIndex;
    for (var i of a.options) {
      var o = Mr(i);
      vl(
        i,
        n ? (
          /** @type {any[]} */
          s.includes(o)
        ) : js(o, t)
      );
    }
  }
}
function Nn(a, e, t = !1) {
  if (a.multiple) {
    if (e == null)
      return;
    if (!Aa(e))
      return so();
    for (var n of a.options)
      n.selected = e.includes(Mr(n));
    return;
  }
  for (n of a.options) {
    var s = Mr(n);
    if (js(s, e)) {
      n.selected = !0;
      return;
    }
  }
  (!t || e !== void 0) && (a.selectedIndex = -1);
}
function bt(a) {
  var e = new MutationObserver((t) => {
    t.every(pl) || ("__defaultValue" in a && hl(a), "__value" in a && Nn(a, a.__value));
  });
  e.observe(a, {
    // Listen to option element changes
    childList: !0,
    subtree: !0,
    // because of <optgroup>
    // Listen to option element value attribute changes
    // (doesn't get notified of select value changes,
    // because that property is not reflected as an attribute)
    attributes: !0,
    attributeFilter: ["value"]
  }), Sn(() => {
    e.disconnect();
  });
}
function kt(a, e, t = e) {
  var n = /* @__PURE__ */ new WeakSet(), s = !0;
  bn(a, "change", (i) => {
    var o = i ? "[selected]" : ":checked", l;
    if (a.multiple)
      l = [].map.call(a.querySelectorAll(o), Mr);
    else {
      var c = a.querySelector(o) ?? // will fall back to first non-disabled option if no option is selected
      a.querySelector("option:not([disabled])");
      l = c && Mr(c);
    }
    t(l), a.__value = l, Ne !== null && n.add(Ne);
  }), Pa(() => {
    var i = e();
    if (a === document.activeElement) {
      var o = (
        /** @type {Batch} */
        Ne
      );
      if (n.has(o))
        return;
    }
    if (Nn(a, i, s), s && i === void 0) {
      var l = a.querySelector(":checked");
      l !== null && (i = Mr(l), t(i));
    }
    a.__value = i, s = !1;
  });
}
function Mr(a) {
  return "__value" in a ? a.__value : a.value;
}
function pl(a) {
  if (
    /** @type {Element} */
    a.target.closest("selectedcontent") !== null
  )
    return !0;
  if (a.type === "childList") {
    var e = [...a.addedNodes, ...a.removedNodes];
    return e.length > 0 && e.every((t) => t.nodeName === "SELECTEDCONTENT");
  }
  return !1;
}
const gl = /* @__PURE__ */ Symbol("is custom element"), _l = /* @__PURE__ */ Symbol("is html"), ml = Vi ? "progress" : "PROGRESS";
function dn(a, e) {
  var t = Tn(a);
  t.value === (t.value = // treat null and undefined the same for the initial value
  e ?? void 0) || // @ts-expect-error
  // `progress` elements always need their value set when it's `0`
  a.value === e && (e !== 0 || a.nodeName !== ml) || (a.value = e ?? "");
}
function ni(a, e) {
  var t = Tn(a);
  t.checked !== (t.checked = // treat null and undefined the same for the initial value
  e ?? void 0) && (a.checked = e);
}
function Z(a, e, t, n) {
  var s = Tn(a), i = s[e];
  i !== (s[e] = t) && (e === "loading" && (a[Ki] = t), t == null ? a.removeAttribute(e) : typeof t != "string" && bl(a).has(e) ? a[e] = t : a.setAttribute(e, t));
}
function Tn(a) {
  return (
    /** @type {Record<string | symbol, unknown>} **/
    /** @type {any} */
    a[ms] ??= {
      [gl]: a.nodeName.includes("-"),
      [_l]: a.namespaceURI === ao
    }
  );
}
var ts = /* @__PURE__ */ new Map();
function bl(a) {
  var e = a.getAttribute("is") || a.nodeName, t = ts.get(e);
  if (t) return t;
  ts.set(e, t = /* @__PURE__ */ new Set());
  for (var n, s = a, i = Element.prototype; i !== s; ) {
    n = hs(s);
    for (var o in n)
      n[o].set && // better safe than sorry, we don't want spread attributes to mess with HTML content
      o !== "innerHTML" && o !== "textContent" && o !== "innerText" && t.add(o);
    s = pn(s);
  }
  return t;
}
function St(a, e, t = e) {
  var n = /* @__PURE__ */ new WeakSet();
  bn(a, "input", async (s) => {
    var i = s ? a.defaultValue : a.value;
    if (i = Va(a) ? Ya(i) : i, t(i), Ne !== null && n.add(Ne), await Qs(), i !== (i = e())) {
      var o = a.selectionStart, l = a.selectionEnd, c = a.value.length;
      if (a.value = i ?? "", l !== null) {
        var d = a.value.length;
        o === l && l === c && d > c ? (a.selectionStart = d, a.selectionEnd = d) : (a.selectionStart = o, a.selectionEnd = Math.min(l, d));
      }
    }
  }), // If we are hydrating and the value has since changed,
  // then use the updated value from the input instead.
  // If defaultValue is set, then value == defaultValue
  // TODO Svelte 6: remove input.value check and set to empty string?
  Et(e) == null && a.value && (t(Va(a) ? Ya(a.value) : a.value), Ne !== null && n.add(Ne)), sa(() => {
    var s = e();
    if (a === document.activeElement) {
      var i = (
        /** @type {Batch} */
        Ne
      );
      if (n.has(i))
        return;
    }
    Va(a) && s === Ya(a.value) || a.type === "date" && !s && !a.value || s !== a.value && (a.value = s ?? "");
  });
}
function yl(a, e, t = e) {
  bn(a, "change", (n) => {
    var s = n ? a.defaultChecked : a.checked;
    t(s);
  }), // If we are hydrating and the value has since changed,
  // then use the update value from the input instead.
  // If defaultChecked is set, then checked == defaultChecked
  Et(e) == null && t(a.checked), sa(() => {
    var n = e();
    a.checked = !!n;
  });
}
function Va(a) {
  var e = a.type;
  return e === "number" || e === "range";
}
function Ya(a) {
  return a === "" ? null : +a;
}
class Pn {
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
    var n = this.#e.get(e) || /* @__PURE__ */ new Set();
    return n.add(t), this.#e.set(e, n), this.#a().observe(e, this.#t), () => {
      var s = this.#e.get(e);
      s.delete(t), s.size === 0 && (this.#e.delete(e), this.#r.unobserve(e));
    };
  }
  #a() {
    return this.#r ?? (this.#r = new ResizeObserver(
      /** @param {any} entries */
      (e) => {
        for (var t of e) {
          Pn.entries.set(t.target, t);
          for (var n of this.#e.get(t.target) || [])
            n(t);
        }
      }
    ));
  }
}
var wl = /* @__PURE__ */ new Pn({
  box: "border-box"
});
function la(a, e, t) {
  var n = wl.observe(a, () => t(a[e]));
  Pa(() => (Et(() => t(a[e])), n));
}
function Ga(a, e) {
  return a === e || a?.[Yt] === e;
}
function jr(a = _n(), e, t, n) {
  var s = (
    /** @type {ComponentContext} */
    lt.r
  ), i = (
    /** @type {Effect} */
    Re
  );
  return Pa(() => {
    var o, l;
    return sa(() => {
      o = l, l = [], Et(() => {
        Ga(t(...l), a) || (e(a, ...l), o && Ga(t(...o), a) && e(null, ...o));
      });
    }), () => {
      let c = i;
      for (; c !== s && c.parent !== null && c.parent.f & $r; )
        c = c.parent;
      const d = () => {
        l && Ga(t(...l), a) && e(null, ...l);
      }, h = c.teardown;
      c.teardown = () => {
        d(), h?.();
      };
    };
  }), a;
}
let va = !1;
function kl(a) {
  var e = va;
  try {
    return va = !1, [a(), va];
  } finally {
    va = e;
  }
}
function Fe(a, e, t, n) {
  var s = !0, i = (t & eo) !== 0, o = (t & to) !== 0, l = (
    /** @type {V} */
    n
  ), c = !0, d = (
    /** @type {Derived<V> | undefined} */
    void 0
  ), h = () => o && s ? (d ??= /* @__PURE__ */ ea(
    /** @type {() => V} */
    n
  ), r(d)) : (c && (c = !1, l = o ? Et(
    /** @type {() => V} */
    n
  ) : (
    /** @type {V} */
    n
  )), l);
  let p;
  if (i) {
    var w = Yt in a || Ji in a;
    p = kr(a, e)?.set ?? (w && e in a ? (A) => a[e] = A : void 0);
  }
  var f, v = !1;
  i ? [f, v] = kl(() => (
    /** @type {V} */
    a[e]
  )) : f = /** @type {V} */
  a[e], f === void 0 && n !== void 0 && (f = h(), p && (ho(), p(f)));
  var F;
  if (F = () => {
    var A = (
      /** @type {V} */
      a[e]
    );
    return A === void 0 ? h() : (c = !0, A);
  }, (t & $i) === 0)
    return F;
  if (p) {
    var g = a.$$legacy;
    return (
      /** @type {() => V} */
      (function(A, H) {
        return arguments.length > 0 ? ((!H || g || v) && p(H ? F() : A), A) : F();
      })
    );
  }
  var m = !1, y = ((t & Qi) !== 0 ? ea : Ts)(() => (m = !1, F()));
  i && r(y);
  var L = (
    /** @type {Effect} */
    Re
  );
  return (
    /** @type {() => V} */
    (function(A, H) {
      if (arguments.length > 0) {
        const X = H ? r(y) : i ? ur(A) : A;
        return N(y, X), m = !0, l !== void 0 && (l = X), A;
      }
      return Xt && m || (L.f & st) !== 0 ? y.v : r(y);
    })
  );
}
const xl = "5";
typeof window < "u" && ((window.__svelte ??= {}).v ??= /* @__PURE__ */ new Set()).add(xl);
const si = [4, 1444665, 4328040, 6952814, 9643623, 12334932, 14504250, 15955993, 16557322, 16176966, 16580516], ii = [16250871, 10209764, 3903428, 742815, 340060], oi = [16250871, 16630669, 15761203, 12536332, 7022086];
function Er(a, e) {
  return Array.from({ length: e }, (t, n) => {
    const s = n / (e - 1) * (a.length - 1), i = Math.min(Math.floor(s), a.length - 2), o = s - i, l = (c) => Math.round((a[i] >> c & 255) * (1 - o) + (a[i + 1] >> c & 255) * o);
    return `rgb(${l(16)},${l(8)},${l(0)})`;
  });
}
const La = 128, Sl = Er(si, La), Ml = Er(ii, La), El = Er(oi, La);
function Rt(a, e) {
  if (Number.isNaN(a)) return "transparent";
  const t = Math.min(1, Math.abs(a)), n = Math.round(t * (La - 1));
  return e ? a < 0 ? Ml[n] : El[n] : Sl[n];
}
const Ln = (a, e) => e ? Math.abs(a) > 0.55 ? "#fff" : "#111" : a > 0.62 ? "#111" : "#fff", li = (a) => `linear-gradient(90deg, ${(a ? [...Er(ii, 9).reverse(), ...Er(oi, 9)] : Er(si, 17)).join(",")})`, yr = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"], vt = (a) => a >= 0.9995 ? "100%" : a >= 0.1 ? `${(100 * a).toFixed(0)}%` : a >= 5e-4 ? `${(100 * a).toFixed(a >= 0.01 ? 1 : 2)}%` : "<0.1%", Je = (a) => Number.isNaN(a) ? "–" : Math.abs(a) >= 100 ? a.toFixed(0) : Math.abs(a) >= 1 ? a.toFixed(2) : a.toFixed(3), It = (a) => (a > 0 ? "+" : a < 0 ? "−" : "") + Je(Math.abs(a)), fn = (a) => a < 1 ? "less than a second" : a < 100 ? `${a.toFixed(0)} s` : a < 6e3 ? `${(a / 60).toFixed(0)} min` : `${(a / 3600).toFixed(1)} h`, Sa = (a) => a < 1e6 ? `${Math.ceil(a / 1e3)} kB` : a < 1e9 ? `${(a / 1e6).toFixed(0)} MB` : `${(a / 1e9).toFixed(1)} GB`, rt = (a) => a.replace(/\n/g, "⏎").replace(/\t/g, "⇥").replace(/^ | $/g, "·") || "∅";
var Al = /* @__PURE__ */ E("<option> </option>"), Nl = /* @__PURE__ */ E('<div class="chips" role="group" aria-label="Examples"><button type="button" aria-label="Previous example">‹</button> <button type="button"> </button> <button type="button" aria-label="Next example">›</button></div>'), Tl = /* @__PURE__ */ E('<figure><img/><button type="button">×</button></figure>'), rs = /* @__PURE__ */ E('<p class="fine"> </p>'), Pl = /* @__PURE__ */ E('<p class="turn"><b> </b> </p>'), Ll = /* @__PURE__ */ E('<button type="button">stop</button>'), Ol = /* @__PURE__ */ E('<button type="button" class="link">new chat</button>'), Rl = /* @__PURE__ */ E('<div class="form"><label class="wide">system prompt <input/></label> <label class="wide">the answer begins with <input/></label> <label>temperature <input type="number" min="0" step="0.1"/></label> <label>most tokens <input type="number" min="1" max="1024"/></label></div>'), Cl = /* @__PURE__ */ E('<div class="row"><label>model <select></select></label> <!></div> <div class="thumbs"><!> <button type="button" class="add">+ image<small>or drop, or paste</small></button> <input type="file" multiple="" class="hidden" tabindex="-1" aria-hidden="true"/></div> <!> <!> <form><label class="hidden" for="question">Question</label> <textarea id="question" rows="2" placeholder="Ask something"></textarea> <div class="row"><button type="submit" class="primary">Ask</button> <!> <button type="button" class="link">more</button> <!></div> <!></form>', 1), Il = /* @__PURE__ */ E("<h1> </h1> <!>", 1), Fl = /* @__PURE__ */ E('<p class="fine" data-edited=""> </p>'), jl = /* @__PURE__ */ E('<span class="hidden"> </span>'), Dl = /* @__PURE__ */ E('<button type="button"> <!></button>'), Ul = /* @__PURE__ */ E('<span class="fine"> </span>'), Hl = /* @__PURE__ */ E('<button type="button" class="link">go on</button>'), zl = /* @__PURE__ */ E('<button type="button"><span> </span><small> </small></button>'), Bl = /* @__PURE__ */ E('<div class="next" role="group" aria-label="Next-token probabilities; choose one to explain"></div>'), ql = /* @__PURE__ */ E('<div class="said" aria-live="polite"><div class="answer-tokens" role="group" aria-label="Answer: choose a token to explain"></div> <!> <!></div> <!>', 1), Wl = /* @__PURE__ */ E('<section aria-label="Ask"><!> <!> <!></section>');
function Jl(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7), n = /* @__PURE__ */ U(!1), s = /* @__PURE__ */ U(!1), i = /* @__PURE__ */ U(void 0);
  const o = /* @__PURE__ */ S(() => t().study?.answer.find((y) => y.position === t().at && y.token.id === t().target?.id) ?? t().study?.answer.find((y) => y.position === t().at));
  function l(y) {
    y.preventDefault(), N(s, !1);
    const L = [...y.dataTransfer?.files ?? []];
    L.length && t().addFiles(L);
  }
  function c(y) {
    const L = [...y.clipboardData?.files ?? []];
    L.length && t().addFiles(L);
  }
  var d = Wl();
  Ue("paste", ka, c);
  let h;
  var p = x(d);
  {
    var w = (y) => {
      var L = Cl(), A = Te(L), H = x(A), X = u(x(H));
      Ae(X, 21, () => t().models, je, (_, P) => {
        var D = Al(), ie = q(D), ue = {};
        j(() => {
          O(ie, `${r(P).name ?? ""}${r(P).loaded ? "" : " (is loaded when asked)"}`), ue !== (ue = r(P).name) && (D.value = (D.__value = ue) ?? "");
        }), b(_, D);
      }), bt(X);
      var C = u(H, 2);
      {
        var V = (_) => {
          var P = Nl(), D = x(P), ie = u(D, 2), ue = q(ie), me = u(ie, 2);
          j(() => {
            D.disabled = !t().example, O(ue, `example ${(t().example ?? 0) + 1} of ${t().info.examples ?? ""}`), me.disabled = t().example !== null && t().example >= t().info.examples - 1;
          }), oe("click", D, () => t().takeExample(t().example - 1)), oe("click", ie, () => t().takeExample(t().example ?? 0)), oe("click", me, () => t().takeExample((t().example ?? -1) + 1)), b(_, P);
        };
        W(C, (_) => {
          t().info?.examples && _(V);
        });
      }
      var Y = u(A, 2), I = x(Y);
      Ae(I, 19, () => t().uploads, (_, P) => _.id + P, (_, P, D) => {
        var ie = Tl(), ue = x(ie), me = u(ue);
        j(
          (k) => {
            Z(ue, "src", k), Z(ue, "alt", `Image ${r(D) + 1}, ${r(P).width ?? ""} x ${r(P).height ?? ""}${r(P).frames ? `, ${r(P).frames.length} frames` : ""}`), Z(me, "aria-label", `Remove image ${r(D) + 1}`);
          },
          [() => t().source.imageUrl(r(P).id)]
        ), oe("click", me, () => {
          t().uploads = t().uploads.filter((k, $) => $ !== r(D)), t().example = null;
        }), b(_, ie);
      });
      var G = u(I, 2), re = u(G, 2);
      jr(re, (_) => N(i, _), () => r(i));
      var K = u(Y, 2);
      {
        var le = (_) => {
          var P = rs(), D = q(P, !0);
          j(() => O(D, t().exampleName)), b(_, P);
        };
        W(K, (_) => {
          t().exampleName && t().example !== null && _(le);
        });
      }
      var ae = u(K, 2);
      Ae(ae, 17, () => t().earlier, je, (_, P) => {
        var D = Pl(), ie = x(D), ue = q(ie, !0), me = u(ie);
        j(
          (k) => {
            O(ue, r(P).role), O(me, ` ${k ?? ""}`);
          },
          [
            () => r(P).content.map((k) => k.type === "text" ? k.text : `[${k.type}]`).join(" ")
          ]
        ), b(_, D);
      });
      var Q = u(ae, 2), ne = u(x(Q), 2), ge = u(ne, 2), fe = u(x(ge), 2);
      {
        var ce = (_) => {
          var P = Ll();
          oe("click", P, () => t().halt()), b(_, P);
        };
        W(fe, (_) => {
          t().study?.answering && _(ce);
        });
      }
      var ye = u(fe, 2), _e = u(ye, 2);
      {
        var J = (_) => {
          var P = Ol();
          oe("click", P, () => {
            t().earlier = [];
          }), b(_, P);
        };
        W(_e, (_) => {
          t().earlier.length && _(J);
        });
      }
      var M = u(ge, 2);
      {
        var T = (_) => {
          var P = Rl(), D = x(P), ie = u(x(D)), ue = u(D, 2), me = u(x(ue)), k = u(ue, 2), $ = u(x(k)), z = u(k, 2), B = u(x(z));
          St(ie, () => t().system, (ee) => t().system = ee), St(me, () => t().prefill, (ee) => t().prefill = ee), St($, () => t().temperature, (ee) => t().temperature = ee), St(B, () => t().maxNew, (ee) => t().maxNew = ee), b(_, P);
        };
        W(M, (_) => {
          r(n) && _(T);
        });
      }
      j(() => {
        Z(re, "accept", `image/*${t().info?.video ? ",video/*" : ""}`), Z(ye, "aria-expanded", r(n));
      }), oe("change", X, () => t().otherModel()), kt(X, () => t().model, (_) => t().model = _), oe("click", G, () => r(i)?.click()), oe("change", re, (_) => {
        t().addFiles(_.currentTarget.files ?? []), _.currentTarget.value = "";
      }), Ue("submit", Q, (_) => {
        _.preventDefault(), t().ask();
      }), oe("keydown", ne, (_) => {
        _.key === "Enter" && !_.shiftKey && (_.preventDefault(), t().ask());
      }), St(ne, () => t().question, (_) => t().question = _), oe("click", ye, () => N(n, !r(n))), b(y, L);
    }, f = (y) => {
      var L = Il(), A = Te(L), H = q(A, !0), X = u(A, 2);
      {
        var C = (V) => {
          var Y = rs(), I = q(Y, !0);
          j(() => O(I, t().text)), b(V, Y);
        };
        W(X, (V) => {
          t().text && V(C);
        });
      }
      j(() => O(H, t().title)), b(y, L);
    };
    W(p, (y) => {
      t().source.kind === "server" ? y(w) : t().title && y(f, 1);
    });
  }
  var v = u(p, 2);
  {
    var F = (y) => {
      var L = Fl(), A = q(L);
      j(() => O(A, `The answer and the views are still those of “${t().asked?.question ?? ""}” (${t().asked?.model ?? ""}).`)), b(y, L);
    };
    W(v, (y) => {
      t().edited && y(F);
    });
  }
  var g = u(v, 2);
  {
    var m = (y) => {
      var L = ql(), A = Te(L), H = x(A);
      Ae(H, 21, () => t().study.answer, je, (re, K) => {
        var le = Dl();
        let ae;
        var Q = x(le), ne = u(Q);
        {
          var ge = (fe) => {
            var ce = jl(), ye = q(ce);
            j(() => O(ye, `end of the answer (${r(K).token.text ?? ""})`)), b(fe, ce);
          };
          W(ne, (fe) => {
            r(K).ends && fe(ge);
          });
        }
        j(
          (fe) => {
            ae = zt(le, 1, "answer-token", null, ae, { ends: r(K).ends }), Z(le, "aria-pressed", t().at === r(K).position && t().target?.id === r(K).token.id), Z(le, "title", `chosen after token ${r(K).position ?? ""}`), O(Q, fe);
          },
          [() => r(K).ends ? "■" : rt(r(K).token.text)]
        ), oe("click", le, () => t().lookAt(r(K))), b(re, le);
      });
      var X = u(H, 2);
      {
        var C = (re) => {
          var K = Ul(), le = q(K, !0);
          j((ae) => O(le, ae), [
            () => t().study.answer.filter((ae) => !ae.ends).map((ae) => ae.token.text).join("").trim() === t().asked.truth ? "right" : `the truth is ${t().asked.truth}`
          ]), b(re, K);
        };
        W(X, (re) => {
          t().asked && t().asked.truth !== null && re(C);
        });
      }
      var V = u(X, 2);
      {
        var Y = (re) => {
          var K = Hl();
          oe("click", K, () => {
            t().goOn(), document.getElementById("question")?.focus();
          }), b(re, K);
        };
        W(V, (re) => {
          t().source.kind === "server" && !t().study.answering && re(Y);
        });
      }
      var I = u(A, 2);
      {
        var G = (re) => {
          var K = Bl();
          Ae(K, 21, () => r(o).top.slice(0, 5), (le) => le.id, (le, ae) => {
            var Q = zl();
            let ne;
            var ge = x(Q), fe = q(ge, !0), ce = u(ge), ye = q(ce, !0);
            j(
              (_e, J) => {
                Z(Q, "aria-pressed", t().target?.id === r(ae).id), ne = He(Q, "", ne, { "--share": `${100 * r(ae).p}%` }), O(fe, _e), O(ye, J);
              },
              [() => rt(r(ae).text), () => vt(r(ae).p)]
            ), oe("click", Q, () => t().target = { id: r(ae).id, text: r(ae).text }), b(le, Q);
          }), b(re, K);
        };
        W(I, (re) => {
          r(o) && re(G);
        });
      }
      b(y, L);
    };
    W(g, (y) => {
      t().study?.answer.length && y(m);
    });
  }
  j(() => h = zt(d, 1, "card ask", null, h, { dragged: r(s) })), Ue("dragover", d, (y) => {
    y.preventDefault(), N(s, !0);
  }), Ue("dragleave", d, () => N(s, !1)), Ue("drop", d, l), b(a, d), Xe();
}
ut(["change", "click", "keydown"]);
const ga = (a) => a.replace(/[<>&"]/g, (e) => `&#${e.charCodeAt(0)};`);
function ui(a, e, t, n) {
  const s = Math.max(8, e / 30), i = t.map(({ box: [o, l, c, d], fill: h, text: p }) => {
    const w = `<rect x="${o}" y="${l}" width="${c - o}" height="${d - l}" fill="${h}"/>`;
    return p ? `${w}<text x="${(o + c) / 2}" y="${(l + d) / 2}" font-size="${Math.min((d - l) * 0.42, (c - o) * 1.5 / Math.max(2, p.length))}" fill="#888" text-anchor="middle" dominant-baseline="central">${ga(p)}</text>` : w;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${a} ${e + 2 * s}" width="${a}" height="${e + 2 * s}" font-family="system-ui, sans-serif"><title>${ga(n)}</title>${i.join("")}<text x="2" y="${e + 1.4 * s}" font-size="${s}" fill="#777">${ga(n)}</text></svg>`;
}
const On = (a, e, t, n, s) => ui(t * 20, e * 20, Array.from({ length: e * t }, (i, o) => ({ box: [o % t * 20, Math.floor(o / t) * 20, o % t * 20 + 19, Math.floor(o / t) * 20 + 19], fill: n(a[o]) })), s);
function _a(a, e, t = "text/plain") {
  const n = typeof e == "string" ? new Blob([e], { type: t }) : e, s = Object.assign(document.createElement("a"), { href: URL.createObjectURL(n), download: a });
  s.click(), setTimeout(() => URL.revokeObjectURL(s.href), 1e4);
}
const Kl = (a) => a.map((e) => e.map((t) => /[",\n]/.test(String(t)) ? `"${String(t).replace(/"/g, '""')}"` : String(t)).join(",")).join(`
`) + `
`;
async function Vl(a) {
  const e = new Image();
  e.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(a)}`, await e.decode();
  const t = Math.max(1, 1200 / Math.max(e.width, e.height)), n = Object.assign(document.createElement("canvas"), { width: e.width * t, height: e.height * t });
  return n.getContext("2d").drawImage(e, 0, 0, n.width, n.height), new Promise((s) => n.toBlob((i) => s(i)));
}
const vn = (a) => {
  let e = "";
  for (let t = 0; t < a.length; t += 32768) e += String.fromCharCode(...a.subarray(t, t + 32768));
  return btoa(e);
};
async function Yl(a) {
  const e = await fetch(a);
  if (!e.ok) throw new Error("The server does not give the picture any more; ask again, then save.");
  const t = await e.blob();
  return `data:${t.type};base64,${vn(new Uint8Array(await t.arrayBuffer()))}`;
}
async function Gl(a, e, t, n, s) {
  const [i, o] = await Promise.all(["app.js", "app.css"].map(async (h) => (await fetch(`assets/${h}`)).text())), l = await Promise.all(a.images.map((h, p) => Promise.all(h.frames.map((w, f) => Yl(e(p, f)))))), c = Object.fromEntries([...a.raw].map(([h, p]) => [h, vn(p)])), d = JSON.stringify({ id: a.id, title: t, text: n, tabs: s, answer: a.answer, tokens: vn(a.bytes), pictures: l, views: c }).replace(/</g, "\\u003c");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"><link rel="icon" href="data:,"><title>${ga(t)}</title><style>${o}</style></head><body><div id="app" data-start></div><script type="application/json" id="study">${d}<\/script><script type="module">${i}<\/script></body></html>`;
}
var Xl = /* @__PURE__ */ E('<button type="button" class="small">code</button>'), Zl = /* @__PURE__ */ E('<button type="button" class="small"> </button>'), Ql = /* @__PURE__ */ E('<div class="code"><button type="button" class="small"> </button> <pre tabindex="0" role="region"> </pre></div>'), $l = /* @__PURE__ */ E('<div class="bar"><h2> </h2> <!> <span class="grow"></span> <div class="gives"><!> <!></div></div> <!>', 1);
function nr(a, e) {
  Ge(e, !0);
  let t = Fe(e, "code", 3, ""), n = Fe(e, "exporter", 3, null), s = /* @__PURE__ */ U(!1), i = /* @__PURE__ */ U(!1);
  async function o(A) {
    n() && (A === "csv" && n().csv && _a(`${n().name}.csv`, Kl(n().csv()), "text/csv"), A === "svg" && n().svg && _a(`${n().name}.svg`, n().svg(), "image/svg+xml"), A === "png" && n().svg && _a(`${n().name}.png`, await Vl(n().svg())));
  }
  async function l() {
    await navigator.clipboard.writeText(t()), N(i, !0), setTimeout(() => N(i, !1), 1500);
  }
  var c = $l(), d = Te(c), h = x(d), p = q(h, !0), w = u(h, 2);
  ul(w, () => e.children ?? er);
  var f = u(w, 4), v = x(f);
  {
    var F = (A) => {
      var H = Xl();
      j(() => Z(H, "aria-expanded", r(s))), oe("click", H, () => N(s, !r(s))), b(A, H);
    };
    W(v, (A) => {
      t() && A(F);
    });
  }
  var g = u(v, 2);
  {
    var m = (A) => {
      var H = Ot(), X = Te(H);
      Ae(X, 16, () => ["png", "svg", "csv"], je, (C, V) => {
        var Y = Ot(), I = Te(Y);
        {
          var G = (re) => {
            var K = Zl(), le = q(K, !0);
            j(
              (ae) => {
                Z(K, "aria-label", `Export ${n().name ?? ""} as ${ae ?? ""}`), O(le, V);
              },
              [() => V.toUpperCase()]
            ), oe("click", K, () => o(V)), b(re, K);
          };
          W(I, (re) => {
            (V === "csv" ? n().csv : n().svg) && re(G);
          });
        }
        b(C, Y);
      }), b(A, H);
    };
    W(g, (A) => {
      n() && A(m);
    });
  }
  var y = u(d, 2);
  {
    var L = (A) => {
      var H = Ql(), X = x(H), C = q(X, !0), V = u(X, 2), Y = q(V, !0);
      j(() => {
        O(C, r(i) ? "copied" : "copy"), Z(V, "aria-label", `Python for ${e.title ?? ""}`), O(Y, t());
      }), oe("click", X, l), b(A, H);
    };
    W(y, (A) => {
      r(s) && t() && A(L);
    });
  }
  j(() => O(p, e.title)), b(a, c), Xe();
}
ut(["click"]);
var eu = /* @__PURE__ */ E('<div class="grid-box"><div role="application" tabindex="0"><canvas></canvas></div> <p class="fine readout"><span class="legend"> <span class="ramp"></span> </span> <span role="status"> </span></p></div>');
function Ma(a, e) {
  Ge(e, !0);
  let t = Fe(e, "signed", 3, !1), n = Fe(e, "high", 3, 0), s = Fe(e, "rowName", 3, "layer"), i = Fe(e, "columnName", 3, "head"), o = Fe(e, "columnLabels", 3, null), l = Fe(e, "picked", 3, null), c = Fe(e, "unit", 3, ""), d = Fe(e, "order", 3, null), h = /* @__PURE__ */ U(void 0), p = /* @__PURE__ */ U(0), w = /* @__PURE__ */ U(null);
  const f = 30, v = 18, F = 46, g = /* @__PURE__ */ S(() => Math.max(3, Math.min(F, (r(p) - f) / Math.max(1, e.columns)))), m = /* @__PURE__ */ S(() => Math.max(7, Math.min(30, r(g), 560 / Math.max(1, e.rows)))), y = /* @__PURE__ */ S(() => {
    if (n()) return n();
    let M = 0;
    for (let T = 0; T < e.rows * e.columns; T++) Math.abs(e.values[T]) > M && (M = Math.abs(e.values[T]));
    return M || 1;
  });
  let L = null;
  function A(M) {
    const T = document.createElement("canvas");
    T.width = Math.ceil((f + r(g) * e.columns) * M), T.height = Math.ceil((v + r(m) * e.rows) * M);
    const _ = T.getContext("2d");
    _.scale(M, M);
    const P = Math.min(r(
      g
      // else the lines would be most of what is seen
    ), r(m)) > 12 ? 1 : 0;
    for (let ue = 0; ue < e.rows; ue++) for (let me = 0; me < e.columns; me++) {
      const k = e.values[ue * e.columns + (d() ? d()[me] : me)];
      _.fillStyle = Number.isNaN(k) ? "rgba(128,128,128,.18)" : Rt(k / r(y), t()), _.fillRect(f + me * r(g), v + ue * r(m), r(g) - P, r(m) - P);
    }
    _.fillStyle = getComputedStyle(r(h)).color, _.font = "11px system-ui, sans-serif", _.textBaseline = "middle", _.textAlign = "right";
    const D = Math.ceil(13 / r(m)), ie = Math.ceil(20 / r(g));
    for (let ue = 0; ue < e.rows; ue += D) _.fillText(String(ue), f - 5, v + (ue + 0.5) * r(m));
    if (_.textAlign = "center", !o()) for (let ue = 0; ue < e.columns; ue += ie) _.fillText(String(d() ? d()[ue] : ue), f + (ue + 0.5) * r(g), 8);
    return T;
  }
  ht(() => {
    e.values, e.rows, e.columns, t(), r(y), r(g), r(m), d(), !(!r(h) || !r(p)) && (L = A(devicePixelRatio || 1), H());
  }), ht(() => {
    r(w), l(), H();
  });
  function H() {
    if (!r(h) || !L) return;
    const M = devicePixelRatio || 1;
    (r(h).width !== L.width || r(h).height !== L.height) && Object.assign(r(h), { width: L.width, height: L.height });
    const T = r(h).getContext("2d");
    T.setTransform(1, 0, 0, 1, 0, 0), T.clearRect(0, 0, r(h).width, r(h).height), T.drawImage(L, 0, 0), T.scale(M, M);
    for (const [_, P] of [[l(), "#fff"], [r(w), "#ffe14d"]]) {
      if (!_) continue;
      const D = d() ? d().indexOf(_[1]) : _[1], ie = [
        f + D * r(g),
        v + _[0] * r(m),
        r(g) - 1,
        r(m) - 1
      ];
      T.lineWidth = 4, T.strokeStyle = "#000", T.strokeRect(...ie), T.lineWidth = 2, T.strokeStyle = P, T.strokeRect(...ie);
    }
  }
  function X(M) {
    const T = r(h).getBoundingClientRect(), _ = Math.floor((M.clientX - T.left - f) / r(g)), P = Math.floor((M.clientY - T.top - v) / r(m));
    return P >= 0 && P < e.rows && _ >= 0 && _ < e.columns ? [P, d() ? d()[_] : _] : null;
  }
  function C(M) {
    M?.[0] === r(w)?.[0] && M?.[1] === r(w)?.[1] || (N(w, M), e.onhover?.(M));
  }
  function V(M) {
    const T = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0]
    }[M.key], _ = r(w) ?? l();
    if (T) {
      M.preventDefault();
      const P = _ ? d() ? d().indexOf(_[1]) : _[1] : 0, D = _ ? Math.max(0, Math.min(e.columns - 1, P + T[1])) : 0;
      C([
        _ ? Math.max(0, Math.min(e.rows - 1, _[0] + T[0])) : 0,
        d() ? d()[D] : D
      ]);
    } else (M.key === "Enter" || M.key === " ") && _ && (M.preventDefault(), e.onpick?.(_));
  }
  const Y = /* @__PURE__ */ S(() => r(w) ?? l()), I = /* @__PURE__ */ S(() => {
    if (!r(Y)) return "Point at a cell, click to keep it.";
    const M = e.values[r(Y)[0] * e.columns + r(Y)[1]], T = o() ? o()[r(Y)[1]] : `${i()} ${r(Y)[1]}`;
    return `${s()} ${r(Y)[0]}, ${T}: ${t() ? It(M) : Je(M)} ${c()}`;
  });
  var G = eu();
  let re;
  var K = x(G), le = x(K);
  let ae;
  jr(le, (M) => N(h, M), () => r(h));
  var Q = u(K, 2), ne = x(Q), ge = x(ne), fe = u(ge);
  let ce;
  var ye = u(fe), _e = u(ne, 2), J = q(_e, !0);
  j(
    (M, T, _) => {
      re = He(G, "", re, {
        "max-width": `max(320px, ${f + F * e.columns}px)`
      }), Z(K, "aria-label", `${e.label ?? ""}: ${e.rows ?? ""} ${s() ?? ""}s by ${e.columns ?? ""}. Arrow keys move, Enter keeps a cell, Escape lets go.`), Z(K, "data-grid", e.label), Z(K, "data-cell", `30,18,${r(g) ?? ""},${r(m) ?? ""}`), ae = He(le, "", ae, {
        width: `${f + r(g) * e.columns}px`,
        height: `${v + r(m) * e.rows}px`
      }), O(ge, `${M ?? ""} `), ce = He(fe, "", ce, { background: T }), O(ye, ` ${_ ?? ""}`), O(J, r(I));
    },
    [
      () => t() ? `−${Je(r(y))}` : "0",
      () => li(t()),
      () => Je(r(y))
    ]
  ), oe("keydown", K, V), Ue("blur", K, () => C(null)), oe("pointermove", le, (M) => C(X(M))), Ue("pointerleave", le, () => C(null)), oe("click", le, (M) => {
    const T = X(M);
    T && e.onpick?.(T);
  }), la(G, "clientWidth", (M) => N(p, M)), b(a, G), Xe();
}
ut(["keydown", "pointermove", "click"]);
var tu = /* @__PURE__ */ E('<p role="status"> <button type="button" class="primary">find it</button></p>');
function Or(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7);
  var n = Ot(), s = Te(n);
  {
    var i = (o) => {
      var l = tu(), c = x(l), d = u(c);
      j((h, p) => O(c, `${e.what ?? ""} takes about ${h ?? ""}${p ?? ""}. `), [
        () => fn(e.long.seconds),
        () => e.long.bytes ? ` and ${Sa(e.long.bytes)}` : ""
      ]), oe("click", d, () => t().granted = /* @__PURE__ */ new Set([...t().granted, e.long.key])), b(o, l);
    };
    W(s, (o) => {
      e.long && o(i);
    });
  }
  b(a, n), Xe();
}
ut(["click"]);
const ru = () => new Promise((a, e) => {
  const t = indexedDB.open("vlm_lens_native", 1);
  t.onupgradeneeded = () => t.result.createObjectStore("images"), t.onsuccess = () => a(t.result), t.onerror = () => e(t.error);
});
async function ci(a, e) {
  try {
    const t = (await ru()).transaction("images", a).objectStore("images");
    return await new Promise((n, s) => {
      const i = e(t);
      i.onsuccess = () => n(i.result), i.onerror = () => s(i.error);
    });
  } catch {
    return null;
  }
}
const as = (a, e) => ci("readwrite", (t) => t.put(e, a)), au = (a) => ci("readonly", (e) => e.get(a));
async function nu(a, e = 16) {
  const t = document.createElement("video");
  t.muted = !0, t.src = URL.createObjectURL(a), await new Promise((o, l) => {
    t.onloadeddata = o, t.onerror = () => l(new Error("This browser can't decode the video; give it as frames."));
  });
  const n = Math.max(2, Math.min(e, Math.floor(t.duration * 2))), s = Object.assign(document.createElement("canvas"), { width: t.videoWidth, height: t.videoHeight }), i = [];
  for (let o = 0; o < n; o++)
    t.currentTime = (o + 0.5) * t.duration / n, await new Promise((l) => t.onseeked = l), s.getContext("2d").drawImage(t, 0, 0), i.push(await new Promise((l) => s.toBlob((c) => l(c), "image/png")));
  return URL.revokeObjectURL(t.src), { frames: i, fps: n / t.duration };
}
const di = new Float32Array(65536);
for (let a = 0; a < 65536; a++) {
  const e = a & 32768 ? -1 : 1, t = a >> 10 & 31, n = a & 1023;
  di[a] = e * (t === 0 ? n * 2 ** -24 : t === 31 ? n ? NaN : 1 / 0 : (1 + n / 1024) * 2 ** (t - 15));
}
const su = {
  F16: (a) => Float32Array.from(new Uint16Array(a), (e) => di[e]),
  F32: (a) => new Float32Array(a),
  F64: (a) => new Float64Array(a),
  U8: (a) => new Uint8Array(a),
  U16: (a) => new Uint16Array(a),
  U32: (a) => new Uint32Array(a),
  I32: (a) => new Int32Array(a),
  I64: (a) => Float64Array.from(new BigInt64Array(a), Number)
};
function ra(a) {
  const e = a.byteOffset === 0 && a.byteLength === a.buffer.byteLength ? a : a.slice(), t = Number(new DataView(e.buffer).getBigUint64(0, !0)), n = JSON.parse(new TextDecoder().decode(e.subarray(8, 8 + t))), s = {};
  for (const [o, l] of Object.entries(n)) {
    if (o === "__metadata__") continue;
    const [c, d] = l.data_offsets;
    s[o] = { shape: l.shape, data: su[l.dtype](e.slice(8 + t + c, 8 + t + d).buffer) };
  }
  const i = JSON.parse(n.__metadata__.about);
  for (const [o, l] of Object.entries(i.coded ?? {})) s[o].data = Float32Array.from(s[o].data, l ? (c) => (c / 255) ** 2 * l : iu);
  return { arrays: s, about: i };
}
const iu = (a) => a < 128 ? a : Number((128 * 2 ** ((a - 128) / 10)).toPrecision(2));
async function ou(a) {
  const e = new Blob([a]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(e).arrayBuffer());
}
async function* lu(a) {
  const e = a.getReader();
  let t = new Uint8Array(0);
  try {
    for (; ; ) {
      const { done: n, value: s } = await e.read();
      if (n) return;
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
class nt extends Error {
  constructor(e, t = 0) {
    super(e), this.status = t;
  }
  status;
}
async function uu(a) {
  if (a.ok) return a;
  const e = await a.json().catch(() => ({ error: a.statusText }));
  throw new nt(e.error ?? a.statusText, a.status);
}
async function ir(a, e) {
  try {
    return await uu(await fetch(a, e));
  } catch (t) {
    throw t instanceof nt || t.name === "AbortError" ? t : new nt("The server does not answer. Is it still running? The page goes on when it is back.");
  }
}
const Xa = (a) => ({ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(a) }), ns = 32 * 2 ** 20;
class cu {
  kind = "server";
  async models() {
    return (await ir("api/models")).json();
  }
  async example(e, t) {
    return (await ir(`api/examples?${new URLSearchParams({ model: e, number: String(t) })}`)).json();
  }
  async addImage(e) {
    if (e.size > ns) throw new nt(`it has ${Sa(e.size)}, and ${Sa(ns)} are the most. Scale it down, or save it as JPEG.`);
    return (await ir("api/images", { method: "POST", body: e, headers: { "content-type": e.type || "application/octet-stream" } })).json();
  }
  imageUrl(e) {
    return `api/images/${e}`;
  }
  async open(e) {
    const t = await ir("api/studies", Xa(e));
    return { id: t.headers.get("x-study"), bytes: new Uint8Array(await t.arrayBuffer()) };
  }
  async tokens(e) {
    return new Uint8Array(await (await ir(`api/studies/${e}`)).arrayBuffer());
  }
  pictureUrl(e, t, n) {
    return `api/studies/${e}/pictures/${t}/${n}`;
  }
  async raw(e, t, n) {
    return new Uint8Array(await (await ir(`api/studies/${e}/${t}`, Xa(n))).arrayBuffer());
  }
  async *stream(e, t, n, s) {
    const i = await ir(`api/studies/${e}/${t}`, { ...Xa(n), signal: s });
    for await (const o of lu(i.body)) {
      const l = ra(o);
      if (l.about.error) throw new nt(l.about.error);
      yield l;
    }
  }
}
const Zr = (a) => Uint8Array.from(atob(a), (e) => e.charCodeAt(0));
class du {
  constructor(e) {
    this.data = e;
  }
  data;
  kind = "page";
  given() {
    return { ...this.data, bytes: Zr(this.data.tokens) };
  }
  async models() {
    return [];
  }
  async example() {
    throw new nt("This page holds one study only.");
  }
  async addImage() {
    throw new nt("This page holds one study only.");
  }
  imageUrl() {
    return "data:,";
  }
  async open() {
    throw new nt("This page holds one study only.");
  }
  async tokens() {
    throw new nt("This page holds one study only.");
  }
  pictureUrl(e, t, n) {
    return this.data.pictures[t]?.[n] ?? "data:,";
  }
  async raw(e, t, n) {
    const s = this.data.views[`${t} ${JSON.stringify(n)}`];
    if (!s) throw new nt("This was not computed when the page was written. The app, or the same lines of Python, find it.", 410);
    return this.data.compressed ? ou(Zr(s)) : Zr(s);
  }
  async *stream(e, t, n) {
    yield ra(await this.raw(e, t, n));
  }
}
class fu {
  constructor(e) {
    this.model = e, e.on("msg:custom", (t, n) => {
      const s = this.waiting.get(t.id);
      s && (this.waiting.delete(t.id), t.error ? s.failed(new nt(t.error)) : s.done(new Uint8Array(n[0].buffer, n[0].byteOffset, n[0].byteLength)));
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
    return { ...this.saved(), bytes: Zr(this.saved().tokens) };
  }
  async models() {
    return [];
  }
  async example() {
    throw new nt("Ask in the notebook: model.explore(inputs).");
  }
  async addImage() {
    throw new nt("Ask in the notebook: model.explore(inputs).");
  }
  imageUrl() {
    return "data:,";
  }
  async open() {
    throw new nt("Ask in the notebook: model.explore(inputs).");
  }
  tokens(e) {
    return this.sent(e, "tokens", {});
  }
  pictureUrl(e, t, n) {
    return this.saved().pictures[t]?.[n] ?? "data:,";
  }
  async raw(e, t, n) {
    const s = e === this.saved().id && this.saved().views[`${t} ${JSON.stringify(n)}`];
    return s ? Zr(s) : this.sent(e, t, n);
  }
  sent(e, t, n) {
    const s = this.next++;
    return new Promise((i, o) => {
      const l = setTimeout(() => {
        this.waiting.delete(s), o(new nt("The kernel does not answer; what was computed before can still be seen.", 504));
      }, 12e4);
      this.waiting.set(s, { done: (c) => (clearTimeout(l), i(c)), failed: (c) => (clearTimeout(l), o(c)) }), this.model.send({ id: s, study: e, name: t, asked: n });
    });
  }
  async *stream(e, t, n) {
    const s = ra(await this.raw(e, t, n));
    if (s.about.error) throw new nt(s.about.error);
    yield s;
  }
}
const qr = ["attribution", "attention", "lens", "causes"];
class hn {
  constructor(e, t, n) {
    this.source = e, this.id = t, this.bytes = n;
    const { arrays: s, about: i } = ra(n), o = s.boxes.data;
    this.tokens = i.strings.map((l, c) => {
      const d = (p) => s[p]?.data[c] ?? -1, h = Array.from(o.slice(4 * c, 4 * c + 4));
      return {
        position: c,
        text: l,
        id: d("ids"),
        kind: i.kinds[d("kinds")],
        image: d("images"),
        frame: d("frames"),
        row: d("rows"),
        column: d("columns"),
        tile: d("tiles"),
        tileRow: d("tile_rows"),
        tileColumn: d("tile_columns"),
        global: d("globals") > 0,
        box: h.some(Number.isNaN) ? null : h
      };
    }), this.numbers = i.numbers ?? null, this.images = i.images, this.nPrompt = i.n_prompt, this.nLayers = i.n_layers, this.nHeads = i.n_heads, this.model = i.model, this.costs = i.costs ?? {}, this.passSeconds = i.pass_seconds ?? 0, this.code = i.code;
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
  #e = (
    // of what takes long: passes over the prompt, and bytes
    /* @__PURE__ */ U(0)
  );
  get passSeconds() {
    return r(this.#e);
  }
  set passSeconds(e) {
    N(this.#e, e, !0);
  }
  code;
  #r = /* @__PURE__ */ U(ur([]));
  get answer() {
    return r(this.#r);
  }
  set answer(e) {
    N(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ U(!1);
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
  cost(e) {
    return {
      seconds: this.passSeconds * (this.costs[`${e}_passes`] ?? 0),
      bytes: this.costs[`${e}_bytes`] ?? 0
    };
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
  has(e) {
    return this.views.has(e);
  }
  view(e, t) {
    const n = fi(e, t);
    let s = this.views.get(n);
    return s || (s = this.source.raw(this.id, e, t).then((i) => (this.raw.set(n, i), ra(i))), this.views.set(n, s), s.catch(() => this.views.delete(n))), s;
  }
  forget() {
    this.views.clear(), this.raw.clear();
  }
}
const fi = (a, e) => `${a} ${JSON.stringify(e)}`, vu = ["model", "q", "system", "prefill", "images", "turns", "t"], hu = (a) => a ? a.split(",").map(Number).filter(Number.isFinite) : [], qt = (a, e) => a !== null && a !== "" && Number.isFinite(Number(a)) ? Number(a) : e;
class pu {
  constructor(e) {
    this.source = e, this.begin().catch((t) => this.fail(t));
  }
  source;
  #e = /* @__PURE__ */ U([]);
  get models() {
    return r(this.#e);
  }
  set models(e) {
    N(this.#e, e);
  }
  #r = /* @__PURE__ */ U("");
  get model() {
    return r(this.#r);
  }
  set model(e) {
    N(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ U("What is in the image?");
  get question() {
    return r(this.#t);
  }
  set question(e) {
    N(this.#t, e, !0);
  }
  #a = /* @__PURE__ */ U("");
  get system() {
    return r(this.#a);
  }
  set system(e) {
    N(this.#a, e, !0);
  }
  #n = /* @__PURE__ */ U([]);
  get earlier() {
    return r(this.#n);
  }
  set earlier(e) {
    N(this.#n, e);
  }
  #s = /* @__PURE__ */ U("");
  get prefill() {
    return r(this.#s);
  }
  set prefill(e) {
    N(this.#s, e, !0);
  }
  #o = /* @__PURE__ */ U([]);
  get uploads() {
    return r(this.#o);
  }
  set uploads(e) {
    N(this.#o, e);
  }
  #i = /* @__PURE__ */ U(null);
  get example() {
    return r(this.#i);
  }
  set example(e) {
    N(this.#i, e, !0);
  }
  #l = /* @__PURE__ */ U("");
  get exampleName() {
    return r(this.#l);
  }
  set exampleName(e) {
    N(this.#l, e, !0);
  }
  #v = /* @__PURE__ */ U(null);
  get truth() {
    return r(this.#v);
  }
  set truth(e) {
    N(this.#v, e, !0);
  }
  #u = /* @__PURE__ */ U(0);
  get temperature() {
    return r(this.#u);
  }
  set temperature(e) {
    N(this.#u, e, !0);
  }
  #h = /* @__PURE__ */ U(48);
  get maxNew() {
    return r(this.#h);
  }
  set maxNew(e) {
    N(this.#h, e, !0);
  }
  #_ = /* @__PURE__ */ U(null);
  get study() {
    return r(this.#_);
  }
  set study(e) {
    N(this.#_, e);
  }
  #c = /* @__PURE__ */ U(null);
  get clean() {
    return r(this.#c);
  }
  set clean(e) {
    N(this.#c, e);
  }
  #p = /* @__PURE__ */ U(null);
  get second() {
    return r(this.#p);
  }
  set second(e) {
    N(this.#p, e);
  }
  #b = /* @__PURE__ */ U(null);
  get secondUpload() {
    return r(this.#b);
  }
  set secondUpload(e) {
    N(this.#b, e);
  }
  #k = /* @__PURE__ */ U(null);
  get secondExample() {
    return r(this.#k);
  }
  set secondExample(e) {
    N(this.#k, e, !0);
  }
  #m = /* @__PURE__ */ U(null);
  get focus() {
    return r(this.#m);
  }
  set focus(e) {
    N(this.#m, e, !0);
  }
  #d = /* @__PURE__ */ U(null);
  get target() {
    return r(this.#d);
  }
  set target(e) {
    N(this.#d, e);
  }
  #g = /* @__PURE__ */ U(null);
  get contrast() {
    return r(this.#g);
  }
  set contrast(e) {
    N(this.#g, e);
  }
  #y = /* @__PURE__ */ U(null);
  get place() {
    return r(this.#y);
  }
  set place(e) {
    N(this.#y, e, !0);
  }
  #f = /* @__PURE__ */ U(null);
  get layer() {
    return r(this.#f);
  }
  set layer(e) {
    N(this.#f, e, !0);
  }
  #w = /* @__PURE__ */ U(null);
  get head() {
    return r(this.#w);
  }
  set head(e) {
    N(this.#w, e, !0);
  }
  #x = /* @__PURE__ */ U(null);
  get lensLayer() {
    return r(this.#x);
  }
  set lensLayer(e) {
    N(this.#x, e, !0);
  }
  #S = /* @__PURE__ */ U([]);
  get words() {
    return r(this.#S);
  }
  set words(e) {
    N(this.#S, e);
  }
  #M = /* @__PURE__ */ U(0);
  get word() {
    return r(this.#M);
  }
  set word(e) {
    N(this.#M, e, !0);
  }
  #E = /* @__PURE__ */ U(!1);
  get vision() {
    return r(this.#E);
  }
  set vision(e) {
    N(this.#E, e, !0);
  }
  #A = /* @__PURE__ */ U(/* @__PURE__ */ new Set());
  get granted() {
    return r(this.#A);
  }
  set granted(e) {
    N(this.#A, e);
  }
  #N = /* @__PURE__ */ U(!1);
  get pattern() {
    return r(this.#N);
  }
  set pattern(e) {
    N(this.#N, e, !0);
  }
  #T = /* @__PURE__ */ U("");
  get find() {
    return r(this.#T);
  }
  set find(e) {
    N(this.#T, e, !0);
  }
  #P = /* @__PURE__ */ U(0.01);
  get least() {
    return r(this.#P);
  }
  set least(e) {
    N(this.#P, e, !0);
  }
  #L = /* @__PURE__ */ U("none");
  get paint() {
    return r(this.#L);
  }
  set paint(e) {
    N(this.#L, e, !0);
  }
  #O = /* @__PURE__ */ U("attribution");
  get tab() {
    return r(this.#O);
  }
  set tab(e) {
    N(this.#O, e, !0);
  }
  #R = /* @__PURE__ */ U(/* @__PURE__ */ new Set());
  get selected() {
    return r(this.#R);
  }
  set selected(e) {
    N(this.#R, e);
  }
  #C = /* @__PURE__ */ U([]);
  get changes() {
    return r(this.#C);
  }
  set changes(e) {
    N(this.#C, e);
  }
  #I = /* @__PURE__ */ U(null);
  get sweep() {
    return r(this.#I);
  }
  set sweep(e) {
    N(this.#I, e);
  }
  #F = /* @__PURE__ */ U(null);
  get hoverHead() {
    return r(this.#F);
  }
  set hoverHead(e) {
    N(this.#F, e);
  }
  #j = /* @__PURE__ */ U(null);
  get hoverPlace() {
    return r(this.#j);
  }
  set hoverPlace(e) {
    N(this.#j, e, !0);
  }
  #D = /* @__PURE__ */ U(0);
  get busy() {
    return r(this.#D);
  }
  set busy(e) {
    N(this.#D, e, !0);
  }
  #U = /* @__PURE__ */ U("");
  get message() {
    return r(this.#U);
  }
  set message(e) {
    N(this.#U, e, !0);
  }
  title = "";
  text = "";
  note = "";
  sweeps = [];
  #H = /* @__PURE__ */ U(qr);
  get tabs() {
    return r(this.#H);
  }
  set tabs(e) {
    N(this.#H, e);
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
      system: n,
      earlier: s,
      prefill: i,
      uploads: o,
      example: l,
      truth: c,
      temperature: d
    } = this;
    return {
      model: e,
      question: t,
      system: n,
      earlier: s,
      prefill: i,
      uploads: o,
      example: l,
      truth: c,
      temperature: d
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
      return t instanceof nt && t.status === 404 && this.source.kind === "server" && this.study ? (this.message = "The server has been started anew, or dropped this study; asking again.", await this.ask(!1), this.message = "") : this.fail(t), null;
    }
  }
  async begin() {
    if (this.source.given) {
      const t = this.source.given();
      this.title = t.title, this.text = t.text, this.note = t.note ?? "", this.sweeps = t.sweeps ?? [];
      const n = new hn(this.source, t.id, t.bytes);
      n.answer = t.answer ?? [], this.study = n, this.tabs = t.tabs ?? qr, this.tab = this.tabs[0], this.restore(new URLSearchParams(location.hash.slice(1))), this.tabs.includes(this.tab) || (this.tab = this.tabs[0]), this.words.length || (this.words = t.words ?? []), this.tab === "lens" && this.paint === "none" && (this.paint = "top"), this.afterAnswer();
      return;
    }
    for (; ; )
      try {
        this.models = await this.source.models();
        break;
      } catch (t) {
        this.fail(t), await new Promise((n) => setTimeout(n, 2e3));
      }
    this.message = "", this.model = this.models[0]?.name ?? "";
    const e = new URLSearchParams(location.hash.slice(1));
    addEventListener("hashchange", () => this.moved()), e.has("q") ? await this.arrive(e) : this.info?.examples && await this.takeExample(0, !1);
  }
  // Another address in the same page: another question is asked, another selection is shown.
  moved() {
    const e = new URLSearchParams(location.hash.slice(1)), t = new URLSearchParams(this.written);
    e.toString() !== this.written && (vu.every((n) => e.get(n) === t.get(n)) ? this.restore(e) : e.has("q") && this.arrive(e).catch((n) => this.fail(n)));
  }
  async arrive(e) {
    this.models.some((n) => n.name === e.get("model")) && (this.model = e.get("model")), this.restore(e), this.uploads = [];
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
      tab: this.tab === qr[0] ? "" : this.tab,
      selected: [...this.selected].join(","),
      second: this.secondExample ?? (this.secondUpload ? this.secondUpload.id : ""),
      changes: this.changes.length ? JSON.stringify(this.changes) : "",
      vision: this.vision ? 1 : "",
      find: this.find.trim(),
      pattern: this.pattern ? 1 : ""
    }, n = new URLSearchParams();
    for (const [i, o] of Object.entries(t)) o != null && o !== "" && n.set(i, String(o));
    const s = n.toString();
    !this.study || s === this.written || (this.written = s, this.source.kind !== "kernel" && history.replaceState(null, "", `#${s}`));
  }
  restore(e) {
    const t = (n) => {
      const [s, ...i] = (e.get(n) ?? "").split(":");
      return s && Number.isInteger(Number(s)) ? { id: Number(s), text: i.join(":") } : null;
    };
    e.has("q") && (this.question = e.get("q")), this.system = e.get("system") ?? "", this.prefill = e.get("prefill") ?? "", this.temperature = qt(e.get("t"), 0), this.focus = qt(e.get("focus"), null), this.target = t("target"), this.contrast = t("contrast"), this.place = qt(e.get("place"), null), this.layer = qt(e.get("layer"), null), this.head = qt(e.get("head"), null), this.lensLayer = qt(e.get("lens"), null), this.words = (e.get("words") ?? "").split(",").filter(Boolean), this.word = qt(e.get("word"), 0), this.paint = e.get("paint") || "none", this.tab = qr.includes(e.get("tab")) ? e.get("tab") : qr[0], this.selected = new Set(hu(e.get("selected"))), this.vision = e.has("vision"), this.find = e.get("find") ?? "", this.pattern = e.has("pattern");
    try {
      this.changes = JSON.parse(e.get("changes") ?? "[]"), this.earlier = JSON.parse(e.get("turns") ?? "[]");
    } catch {
      this.changes = [];
    }
  }
  // The images that the address names, from the server, the example or this browser's store.
  async bring(e) {
    if (this.example = qt(e.get("example"), null), this.truth = null, this.example !== null)
      try {
        const s = await this.source.example(this.model, this.example);
        this.truth = s.answer, this.exampleName = s.name, s.images.map((i) => i.id).join(",") === e.get("images") && (this.uploads = s.images);
      } catch (s) {
        this.fail(s);
      }
    const t = e.get("second") ?? "";
    if (this.secondExample = t.length < 8 ? qt(t, null) : null, this.secondUpload = t.length < 8 ? null : await this.bringImage(t), this.uploads.length) return !0;
    const n = [];
    for (const s of (e.get("images") ?? "").split(",").filter(Boolean)) {
      const [i, o] = s.split("@"), l = i.split("+"), c = [];
      for (const d of l) {
        const h = await this.bringImage(d);
        if (!h)
          return this.message = "This address names an image that is neither on the server nor in this browser; add it again.", !1;
        c.push(h);
      }
      n.push(o ? {
        ...c[0],
        frames: c.map((d) => d.id),
        fps: Number(o) || void 0
      } : c[0]);
    }
    return this.uploads = n, !0;
  }
  async bringImage(e) {
    const t = await au(e) ?? await fetch(this.source.imageUrl(e)).then((n) => n.ok ? n.blob() : null, () => null);
    return t && this.source.addImage(t);
  }
  // --- asking ---
  // What is still on its way to the question: an example, or images. Asking waits for it.
  filling = Promise.resolve();
  fills = 0;
  // Another model: its own example of that number; what is one's own stays.
  otherModel() {
    this.example !== null && (this.info?.examples ? this.takeExample(Math.min(this.example, this.info.examples - 1), !1, !0) : this.example = null);
  }
  // With `keeps`, a question about the same images stays, too.
  async takeExample(e, t = !0, n = !1) {
    const s = ++this.fills, i = this.model, o = this.counted(this.source.example(i, e)).then(
      (l) => s !== this.fills || i !== this.model ? !1 : (this.example = e, this.exampleName = l.name, this.truth = l.answer, n && l.images.map((c) => c.id).join() === this.uploads.map((c) => c.id).join() || (this.question = l.question, this.prefill = l.prefill, this.uploads = l.images, this.earlier = []), !0),
      (l) => (this.fail(l), !1)
    );
    this.filling = o, await o && t && await this.ask();
  }
  // Images of one's own: beside those that are there, or in the place of an example's.
  addFiles(e) {
    const t = [...e], n = this.filling;
    this.filling = this.counted((async () => {
      await n;
      const s = this.example !== null ? [] : [...this.uploads], i = [];
      for (const o of t)
        try {
          s.push(await this.upload(o));
        } catch (l) {
          i.push(`${o.name}: ${l.message}`);
        }
      this.message = i.join(" "), i.length !== t.length && (this.uploads = s, this.example = null, this.exampleName = "", this.truth = null);
    })());
  }
  async upload(e) {
    if (!e.type.startsWith("video/")) {
      const i = await this.source.addImage(e);
      return await as(i.id, e), i;
    }
    const { frames: t, fps: n } = await nu(e), s = [];
    for (const i of t) {
      const o = await this.source.addImage(i);
      await as(o.id, i), s.push(o);
    }
    return {
      ...s[0],
      frames: s.map((i) => i.id),
      fps: Math.round(n * 1e3) / 1e3
    };
  }
  prompt(e) {
    const t = e.uploads.map((i) => i.frames ? {
      type: "video",
      frames: i.frames,
      ...i.fps ? { fps: i.fps } : {}
    } : { type: "image", image: i.id }), n = [];
    e.system && n.push({
      role: "system",
      content: [{ type: "text", text: e.system }]
    });
    const s = [{ type: "text", text: e.question }];
    return e.earlier.length ? n.push(...e.earlier, { role: "user", content: s }) : n.push({ role: "user", content: [...t, ...s] }), {
      model: e.model,
      turns: n,
      prefill: e.prefill,
      temperature: e.temperature
    };
  }
  // Asks what the page says, or, where it is not fresh, what the study that is shown was asked with.
  async ask(e = !0, t = this.asked) {
    this.stop?.abort();
    const n = ++this.run, s = this.stop = new AbortController();
    this.message = "", this.busy++;
    let i = null;
    try {
      for (let l = null; l !== this.filling; ) await (l = this.filling);
      if (n !== this.run) return;
      const o = e ? this.draft : t ?? this.draft;
      if (i = await this.open(o), n !== this.run || (e && (Object.assign(this, {
        focus: null,
        target: null,
        contrast: null,
        place: null,
        layer: null,
        head: null,
        paint: "none",
        lensLayer: null
      }), this.selected = /* @__PURE__ */ new Set(), this.changes = []), this.info?.loaded || (this.models = await this.source.models()), this.study = i, this.clean = null, this.sweep = null, this.second = null, this.granted = /* @__PURE__ */ new Set(), !await this.answers(i, () => n === this.run, s.signal))) return;
      this.afterAnswer();
    } catch (o) {
      n === this.run && this.fail(o);
    } finally {
      this.busy--, i && (i.answering = !1);
    }
  }
  async open(e) {
    const { id: t, bytes: n } = await this.source.open(this.prompt(e)), s = new hn(this.source, t, n);
    return s.asked = e, s;
  }
  // Lets a study answer, token by token, as long as it is wanted.
  async answers(e, t, n) {
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
        n
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
    this.study && t !== null && !this.second && this.openSecond(t).catch((n) => this.fail(n)), this.write();
  }
  goOn() {
    if (!this.study || !this.asked) return;
    const e = this.prompt(this.asked).turns.filter((n) => n.role !== "system"), t = this.study.answer.filter((n) => !n.ends).map((n) => n.token.text).join("").trim();
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
    const t = ++this.seconds, n = this.asked;
    if (!n) return;
    const s = () => t === this.seconds && this.asked === n, i = async () => typeof e == "number" ? (await this.source.example(n.model, e)).images[0] ?? null : e instanceof File ? this.upload(e) : e, o = await this.during((async () => {
      const l = await i();
      return l && {
        upload: l,
        study: await this.open({
          ...n,
          uploads: [l, ...n.uploads.slice(1)],
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
  takeHead(e, t, n = "attention") {
    this.layer = e, this.head = t, this.paint = n, this.hoverHead = null;
  }
  takePlace(e) {
    this.place = e, this.hoverPlace = null;
  }
  release() {
    (this.hoverHead || this.hoverPlace !== null) && (this.hoverHead = null, this.hoverPlace = null), this.place !== null ? this.place = null : this.layer !== null ? (this.layer = this.head = null, this.paint = "none") : this.selected.size && (this.selected = /* @__PURE__ */ new Set());
  }
  toggle(e, t = "set") {
    const n = new Set(t === "set" ? [] : this.selected);
    for (const s of e)
      t === "flip" && n.has(s) ? n.delete(s) : n.add(s);
    this.selected = n;
  }
}
function Jt(a, ...e) {
  const t = a.shape.slice(e.length).reduce((s, i) => s * i, 1);
  let n = 0;
  return e.forEach((s, i) => n += s * a.shape.slice(i + 1).reduce((o, l) => o * l, 1)), a.data.subarray(n, n + t);
}
var gu = /* @__PURE__ */ E('<span class="fine"> </span>'), ss = /* @__PURE__ */ E('<p class="error" role="alert"> </p>'), _u = /* @__PURE__ */ E('<button type="button"> </button>'), mu = /* @__PURE__ */ E('<li><button type="button" class="head"> <b> </b></button></li>'), bu = /* @__PURE__ */ E('<ol class="best"></ol>'), yu = /* @__PURE__ */ E('<p class="fine"> </p>'), wu = /* @__PURE__ */ E('<p class="fine"> </p> <div class="scroller tall"><!></div>', 1), ku = /* @__PURE__ */ E('<!> <div class="row"><button type="button">where the focus looks</button> <button type="button">who looks at the kept token</button> <button type="button"> </button></div> <!> <!> <!> <!>', 1), xu = /* @__PURE__ */ E('<section class="card" aria-label="Attention"><!> <!> <div class="row" role="group" aria-label="Measure"><!> <button type="button">sorted</button></div> <!></section>');
function Su(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7), n = /* @__PURE__ */ U("image"), s = /* @__PURE__ */ U(!1);
  const i = /* @__PURE__ */ S(() => e.painted.heads.view), o = /* @__PURE__ */ S(() => e.painted.pattern), l = /* @__PURE__ */ S(() => t().pattern), c = /* @__PURE__ */ S(() => {
    if (!r(i)) return new Float32Array();
    const { shape: C, data: V } = r(i).arrays.weights, [Y, I, G] = C, re = new Float32Array(Y * I), K = t().place ?? -1, le = new Uint8Array(G);
    for (let ae = 0; ae < G; ae++) le[ae] = Number(r(n) === "image" ? e.study.tokens[ae]?.kind === "image" : r(n) === "selection" ? t().selected.has(ae) : ae === K);
    for (let ae = 0; ae < Y * I; ae++) {
      let Q = 0;
      const ne = ae * G;
      if (r(n) === "entropy") for (let ge = 0; ge < G; ge++) {
        const fe = V[ne + ge];
        fe > 0 && (Q -= fe * Math.log(fe));
      }
      else for (let ge = 0; ge < G; ge++) le[ge] && (Q += V[ne + ge]);
      re[ae] = Q;
    }
    return re;
  }), d = /* @__PURE__ */ S(() => r(i)?.arrays.weights.shape ?? [0, 0, 0]), h = /* @__PURE__ */ S(() => Array.from(r(c).keys()).sort((C, V) => r(c)[V] - r(c)[C]).slice(0, 24)), p = /* @__PURE__ */ S(() => r(i) ? {
    name: "attention",
    svg: () => On(r(c), r(d)[0], r(d)[1], (C) => Rt(C / Math.max(...r(c), 1e-9), !1), `attention, ${r(n)}`),
    csv: () => [
      ["layer", "head", r(n)],
      ...Array.from(r(c), (C, V) => [
        Math.floor(V / r(d)[1]),
        V % r(d)[1],
        C
      ])
    ]
  } : null), w = /* @__PURE__ */ S(() => t().shownPlace), f = /* @__PURE__ */ S(() => {
    const C = e.painted.readers.view;
    return C && t().shownHead && t().paint === "readers" ? Array.from(Jt(C.arrays.weights, t().shownHead.layer, t().shownHead.head)).map((V, Y) => ({ weight: V, position: Y })).sort((V, Y) => Y.weight - V.weight).slice(0, 5) : [];
  });
  var v = xu(), F = x(v);
  {
    let C = /* @__PURE__ */ S(() => r(l) ? r(o).view?.about.code ?? "" : r(i)?.about.code ?? "");
    nr(F, {
      title: "Attention",
      get code() {
        return r(C);
      },
      get exporter() {
        return r(p);
      },
      children: (V, Y) => {
        var I = gu(), G = q(I);
        j((re) => O(G, `from the focus ${re ?? ""}`), [
          () => JSON.stringify(e.study.label(r(i)?.about.focus ?? t().at))
        ]), b(V, I);
      },
      $$slots: { default: !0 }
    });
  }
  var g = u(F, 2);
  {
    var m = (C) => {
      var V = ss(), Y = q(V, !0);
      j(() => O(Y, e.painted.heads.error)), b(C, V);
    };
    W(g, (C) => {
      e.painted.heads.error && C(m);
    });
  }
  var y = u(g, 2), L = x(y);
  Ae(
    L,
    16,
    () => [
      ["image", "on the image"],
      ["selection", "on the selection"],
      ["token", "on the token"],
      ["entropy", "entropy"]
    ],
    je,
    (C, V) => {
      var Y = /* @__PURE__ */ S(() => Vt(V, 2));
      let I = () => r(Y)[0], G = () => r(Y)[1];
      var re = _u(), K = q(re, !0);
      j(() => {
        Z(re, "aria-pressed", r(n) === I()), re.disabled = I() === "selection" && !t().selected.size || I() === "token" && t().place === null, O(K, G());
      }), oe("click", re, () => N(n, I(), !0)), b(C, re);
    }
  );
  var A = u(L, 2), H = u(y, 2);
  {
    var X = (C) => {
      var V = ku(), Y = Te(V);
      {
        var I = (M) => {
          var T = bu();
          Ae(T, 20, () => r(h), (_) => _, (_, P) => {
            const D = /* @__PURE__ */ S(() => {
              const [z, B] = [Math.floor(P / r(d)[1]), P % r(d)[1]];
              return { layer: z, head: B };
            });
            var ie = mu(), ue = x(ie), me = x(ue), k = u(me), $ = q(k, !0);
            j(
              (z) => {
                Z(ue, "aria-pressed", t().layer === r(D).layer && t().head === r(D).head), O(me, `L${r(D).layer ?? ""}H${r(D).head ?? ""} `), O($, z);
              },
              [
                () => r(n) === "entropy" ? `${r(c)[P].toFixed(2)} nats` : vt(r(c)[P])
              ]
            ), Ue("pointerenter", ue, () => {
              t().hoverHead = {
                layer: r(D).layer,
                head: r(D).head
              }, t().paint = "attention";
            }), Ue("pointerleave", ue, () => t().hoverHead = null), oe("click", ue, () => t().takeHead(r(D).layer, r(D).head)), b(_, ie);
          }), b(M, T);
        }, G = (M) => {
          {
            let T = /* @__PURE__ */ S(() => r(n) === "entropy" ? 0 : 1), _ = /* @__PURE__ */ S(() => r(n) === "entropy" ? "nats" : "of its attention"), P = /* @__PURE__ */ S(() => t().layer !== null && t().head !== null ? [t().layer, t().head] : null);
            Ma(M, {
              label: "Attention by head",
              get values() {
                return r(c);
              },
              get rows() {
                return r(d)[0];
              },
              get columns() {
                return r(d)[1];
              },
              get high() {
                return r(T);
              },
              get unit() {
                return r(_);
              },
              get picked() {
                return r(P);
              },
              onhover: (D) => {
                t().hoverHead = D && { layer: D[0], head: D[1] }, D && t().paint !== "readers" && t().paint !== "sources" && (t().paint = "attention");
              },
              onpick: ([D, ie]) => t().takeHead(D, ie, t().paint === "readers" ? "readers" : "attention")
            });
          }
        };
        W(Y, (M) => {
          r(s) ? M(I) : M(G, -1);
        });
      }
      var re = u(Y, 2), K = x(re), le = u(K, 2), ae = u(le, 2), Q = q(ae), ne = u(re, 2);
      {
        var ge = (M) => {
          var T = yu(), _ = q(T);
          j((P) => O(_, `Most by: ${P ?? ""}.`), [
            () => r(f).map((P) => `${e.study.label(P.position)} ${vt(P.weight)}`).join(", ")
          ]), b(M, T);
        };
        W(ne, (M) => {
          r(f).length && M(ge);
        });
      }
      var fe = u(ne, 2);
      {
        let M = /* @__PURE__ */ S(() => e.painted.long("pattern"));
        Or(fe, {
          get session() {
            return t();
          },
          get long() {
            return r(M);
          },
          what: "The whole pattern"
        });
      }
      var ce = u(fe, 2);
      {
        var ye = (M) => {
          const T = /* @__PURE__ */ S(() => r(o).view.arrays.weights);
          var _ = wu(), P = Te(_), D = q(P), ie = u(P, 2), ue = x(ie);
          {
            let me = /* @__PURE__ */ S(() => [t().at, t().place ?? t().at]);
            Ma(ue, {
              label: "Pattern",
              get values() {
                return r(T).data;
              },
              get rows() {
                return r(T).shape[0];
              },
              get columns() {
                return r(T).shape[1];
              },
              high: 1,
              rowName: "query",
              columnName: "key",
              get picked() {
                return r(me);
              },
              onpick: ([k, $]) => {
                t().place = $, k < e.study.tokens.length && (t().focus = k);
              }
            });
          }
          j(() => O(D, `Queries from top to bottom, keys from left to right${r(w) === null ? "" : `; row ${r(w)} is the token that is pointed at`}.`)), b(M, _);
        };
        W(ce, (M) => {
          r(l) && r(o).view && M(ye);
        });
      }
      var _e = u(ce, 2);
      {
        var J = (M) => {
          var T = ss(), _ = q(T, !0);
          j(() => O(_, r(o).error)), b(M, T);
        };
        W(_e, (M) => {
          r(o).error && M(J);
        });
      }
      j(() => {
        Z(K, "aria-pressed", t().paint === "attention"), Z(le, "aria-pressed", t().paint === "readers"), le.disabled = t().place === null, Z(ae, "aria-pressed", r(l)), ae.disabled = t().layer === null, O(Q, `whole pattern${t().layer === null ? "" : ` of L${t().layer}H${t().head}`}`);
      }), oe("click", K, () => t().paint = "attention"), oe("click", le, () => t().paint = t().paint === "readers" ? "attention" : "readers"), oe("click", ae, () => t().pattern = !t().pattern), b(C, V);
    };
    W(H, (C) => {
      r(i) && C(X);
    });
  }
  j(() => Z(A, "aria-pressed", r(s))), oe("click", A, () => N(s, !r(s))), b(a, v), Xe();
}
ut(["click"]);
class Ea {
  #e = /* @__PURE__ */ U(null);
  get view() {
    return r(this.#e);
  }
  set view(e) {
    N(this.#e, e);
  }
  #r = /* @__PURE__ */ U(null);
  get study() {
    return r(this.#r);
  }
  set study(e) {
    N(this.#r, e);
  }
  #t = /* @__PURE__ */ U(null);
  get asked() {
    return r(this.#t);
  }
  set asked(e) {
    N(this.#t, e);
  }
  name = "";
  #a = /* @__PURE__ */ U("");
  get error() {
    return r(this.#a);
  }
  set error(e) {
    N(this.#a, e, !0);
  }
  constructor(e, t) {
    let n = 0;
    ht(() => {
      const s = t(), i = ++n;
      if (!s?.study || s.study.answering) {
        s?.study || Et(() => this.view = null);
        return;
      }
      const { study: o, name: l, asked: c } = s;
      Et(() => {
        this.study !== o && (this.view = null), this.error = "", e.busy++;
      }), o.view(l, c).then(
        (d) => {
          i === n && Object.assign(this, { view: d, study: o, asked: c, name: l });
        },
        (d) => {
          i === n && (this.view = null, e.source.kind === "server" && d.status === 404 ? e.during(Promise.reject(d)) : this.error = d.message);
        }
      ).finally(() => e.busy--);
    });
  }
}
var Mu = /* @__PURE__ */ E('&nbsp;over <b> </b> <button type="button" class="link">alone</button>', 1), Eu = /* @__PURE__ */ E('<span class="fine">logit of <b> </b><!> <!></span>'), is = /* @__PURE__ */ E('<p class="error" role="alert"> </p>'), Au = /* @__PURE__ */ E('<p class="fine">Click a token of the answer.</p>'), Nu = /* @__PURE__ */ E('<li><button type="button" class="head"> <b> </b></button></li>'), Tu = /* @__PURE__ */ E('<button type="button" class="part"><span class="part-name"> </span> <span class="half"><i class="minus"></i></span><span class="half"><i class="plus"></i></span> <span class="value"> </span></button>'), Pu = /* @__PURE__ */ E('<div class="bar-row" role="listitem"><span class="tick"> </span> <!></div>'), Lu = /* @__PURE__ */ E("<li> <b> </b></li>"), Ou = /* @__PURE__ */ E('<ol class="best"></ol> <p class="fine"> </p>', 1), Ru = /* @__PURE__ */ E("<!> <!> <!>", 1), Cu = /* @__PURE__ */ E(`<p class="fine">Heads: what each writes along this token's direction, after the final norm. Orange raises the logit, blue lowers it.</p> <div class="columns"><!> <div><h3>Largest heads</h3> <ol class="best"></ol></div></div> <div class="row" role="group" aria-label="What the head's map shows"><span class="fine">map of the head:</span> <button type="button">where it looks</button> <button type="button">what it adds from there</button></div> <h3>By layer</h3> <div class="bars" role="list"></div> <p class="fine"> </p> <!> <form class="row"><label>contrast with <input placeholder="another word" size="12"/></label><button type="submit">compare</button></form>`, 1), Iu = /* @__PURE__ */ E('<section class="card" aria-label="Attribution"><!> <!> <!> <!></section>');
function Fu(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7);
  const n = /* @__PURE__ */ S(() => t().target ? {
    target: t().target.id,
    contrast: t().contrast?.id ?? null,
    focus: t().at
  } : null), s = new Ea(t(), () => r(n) ? { study: e.study, name: "parts", asked: r(n) } : null);
  let i = /* @__PURE__ */ U(null);
  const o = new Ea(t(), () => r(n) && r(i) !== null ? {
    study: e.study,
    name: "neurons",
    asked: { ...r(n), layer: r(i), top_k: 40 }
  } : null), l = /* @__PURE__ */ S(() => s.view?.about), c = /* @__PURE__ */ S(() => s.view?.arrays.heads), d = /* @__PURE__ */ S(() => {
    if (!r(c)) return [];
    const [X, C] = r(c).shape;
    return Array.from({ length: X * C }, (V, Y) => ({
      layer: Math.floor(Y / C),
      head: Y % C,
      value: r(c).data[Y]
    })).sort((V, Y) => Math.abs(Y.value) - Math.abs(V.value)).slice(0, 8);
  }), h = {
    attn_out: "attention",
    mlp_out: "MLP",
    deepstack: "deepstack"
  }, p = /* @__PURE__ */ S(() => {
    if (!s.view) return { layers: [], rest: [], high: 1 };
    const X = s.view.arrays.values.data, C = [], V = [];
    return r(l).labels.forEach((Y, I) => {
      const G = /^(\d+)_(.+)$/.exec(Y);
      G ? (C[Number(G[1])] ??= { layer: Number(G[1]), parts: [] }).parts.push({ name: h[G[2]] ?? G[2], value: X[I] }) : V.push({ name: Y.replace(/_/g, " "), value: X[I] });
    }), {
      layers: C,
      rest: V,
      high: Math.max(...Array.from(X, Math.abs), 1e-6)
    };
  }), w = /* @__PURE__ */ S(() => r(c) ? {
    name: "attribution-heads",
    svg: () => On(r(c).data, r(c).shape[0], r(c).shape[1], (X) => Rt(X / r(d).reduce((C, V) => Math.max(C, Math.abs(V.value)), 1e-9), !0), `logit of ${r(l).answer.text}, by head`),
    csv: () => [
      ["part", "value"],
      ...r(l).labels.map((X, C) => [X, s.view.arrays.values.data[C]]),
      ...Array.from(r(c).data, (X, C) => [
        `L${Math.floor(C / r(c).shape[1])}H${C % r(c).shape[1]}`,
        X
      ])
    ]
  } : null);
  let f = /* @__PURE__ */ U("");
  var v = Iu(), F = x(v);
  {
    let X = /* @__PURE__ */ S(() => r(l)?.code ?? "");
    nr(F, {
      title: "Attribution",
      get code() {
        return r(X);
      },
      get exporter() {
        return r(w);
      },
      children: (C, V) => {
        var Y = Eu(), I = u(x(Y)), G = q(I, !0), re = u(I);
        {
          var K = (Q) => {
            var ne = Mu(), ge = u(Te(ne)), fe = q(ge, !0), ce = u(ge, 2);
            j((ye) => O(fe, ye), [() => rt(r(l).contrast.text)]), oe("click", ce, () => t().contrast = null), b(Q, ne);
          };
          W(re, (Q) => {
            r(l)?.contrast && Q(K);
          });
        }
        var le = u(re, 2);
        {
          var ae = (Q) => {
            var ne = ln();
            j((ge) => O(ne, `= ${ge ?? ""}`), [() => Je(r(l).logit)]), b(Q, ne);
          };
          W(le, (Q) => {
            r(l) && Q(ae);
          });
        }
        j((Q) => O(G, Q), [
          () => r(l) ? rt(r(l).answer.text) : rt(t().target?.text ?? "")
        ]), b(C, Y);
      },
      $$slots: { default: !0 }
    });
  }
  var g = u(F, 2);
  {
    var m = (X) => {
      var C = is(), V = q(C, !0);
      j(() => O(V, s.error)), b(X, C);
    };
    W(g, (X) => {
      s.error && X(m);
    });
  }
  var y = u(g, 2);
  {
    var L = (X) => {
      var C = Au();
      b(X, C);
    };
    W(y, (X) => {
      t().target || X(L);
    });
  }
  var A = u(y, 2);
  {
    var H = (X) => {
      var C = Cu(), V = u(Te(C), 2), Y = x(V);
      {
        let M = /* @__PURE__ */ S(() => t().layer !== null && t().head !== null ? [t().layer, t().head] : null);
        Ma(Y, {
          label: "Attribution by head",
          get values() {
            return r(c).data;
          },
          get rows() {
            return r(c).shape[0];
          },
          get columns() {
            return r(c).shape[1];
          },
          signed: !0,
          unit: "logits",
          get picked() {
            return r(M);
          },
          onhover: (T) => {
            t().hoverHead = T && { layer: T[0], head: T[1] }, T && t().paint === "none" && (t().paint = "attention");
          },
          onpick: ([T, _]) => t().takeHead(T, _, t().paint === "sources" ? "sources" : "attention")
        });
      }
      var I = u(Y, 2), G = u(x(I), 2);
      Ae(G, 21, () => r(d), (M) => `${M.layer} ${M.head}`, (M, T) => {
        var _ = Nu(), P = x(_), D = x(P), ie = u(D), ue = q(ie, !0);
        j(
          (me) => {
            Z(P, "aria-pressed", t().layer === r(T).layer && t().head === r(T).head), O(D, `L${r(T).layer ?? ""}H${r(T).head ?? ""} `), O(ue, me);
          },
          [() => It(r(T).value)]
        ), Ue("pointerenter", P, () => t().hoverHead = r(T)), Ue("pointerleave", P, () => t().hoverHead = null), oe("click", P, () => t().takeHead(r(T).layer, r(T).head, t().paint === "sources" ? "sources" : "attention")), b(M, _);
      });
      var re = u(V, 2), K = u(x(re), 2), le = u(K, 2), ae = u(re, 4);
      Ae(ae, 21, () => r(p).layers, je, (M, T) => {
        var _ = Ot(), P = Te(_);
        {
          var D = (ie) => {
            var ue = Pu(), me = x(ue), k = q(me, !0), $ = u(me, 2);
            Ae($, 17, () => r(T).parts, je, (z, B) => {
              var ee = Tu(), xe = x(ee), ke = q(xe, !0), we = u(xe, 2), te = x(we);
              let pe;
              var Se = u(we), de = x(Se);
              let be;
              var Le = u(Se, 2), ze = q(Le, !0);
              j(
                (Ce, Be) => {
                  ee.disabled = r(B).name !== "MLP", Z(ee, "title", `${r(B).name ?? ""} of layer ${r(T).layer ?? ""}: ${Ce ?? ""} logits${r(B).name === "MLP" ? "; click for its neurons" : ""}`), Z(ee, "aria-pressed", r(B).name === "MLP" ? r(i) === r(T).layer : void 0), O(ke, r(B).name), pe = He(te, "", pe, {
                    width: `${r(B).value < 0 ? 100 * -r(B).value / r(p).high : 0}%`
                  }), be = He(de, "", be, {
                    width: `${r(B).value > 0 ? 100 * r(B).value / r(p).high : 0}%`
                  }), O(ze, Be);
                },
                [
                  () => It(r(B).value),
                  () => It(r(B).value)
                ]
              ), oe("click", ee, () => N(i, r(i) === r(T).layer ? null : r(T).layer, !0)), b(z, ee);
            }), j(() => O(k, r(T).layer)), b(ie, ue);
          };
          W(P, (ie) => {
            r(T) && ie(D);
          });
        }
        b(M, _);
      });
      var Q = u(ae, 2), ne = q(Q), ge = u(Q, 2);
      {
        var fe = (M) => {
          var T = Ru(), _ = Te(T);
          {
            let me = /* @__PURE__ */ S(() => o.view?.about.code ?? "");
            nr(_, {
              get title() {
                return `Neurons of layer ${r(i) ?? ""}`;
              },
              get code() {
                return r(me);
              }
            });
          }
          var P = u(_, 2);
          {
            var D = (me) => {
              var k = is(), $ = q(k, !0);
              j(() => O($, o.error)), b(me, k);
            };
            W(P, (me) => {
              o.error && me(D);
            });
          }
          var ie = u(P, 2);
          {
            var ue = (me) => {
              var k = Ou(), $ = Te(k);
              Ae($, 22, () => Array.from(o.view.arrays.numbers.data), (ee) => ee, (ee, xe, ke) => {
                var we = Lu(), te = x(we), pe = u(te), Se = q(pe, !0);
                j(
                  (de) => {
                    O(te, `N${xe ?? ""} `), O(Se, de);
                  },
                  [() => It(o.view.arrays.values.data[r(ke)])]
                ), b(ee, we);
              });
              var z = u($, 2), B = q(z);
              j((ee) => O(B, `All others together ${ee ?? ""}.`), [() => It(o.view.about.rest)]), b(me, k);
            };
            W(ie, (me) => {
              o.view && me(ue);
            });
          }
          b(M, T);
        };
        W(ge, (M) => {
          r(i) !== null && M(fe);
        });
      }
      var ce = u(ge, 2), ye = x(ce), _e = u(x(ye)), J = u(ye);
      j(
        (M, T) => {
          Z(K, "aria-pressed", t().paint === "attention"), Z(le, "aria-pressed", t().paint === "sources"), O(ne, `Beside the layers: ${M ?? ""}. The parts sum to the model's own logit; left over: ${T ?? ""}.`), J.disabled = !r(f);
        },
        [
          () => r(p).rest.map((M) => `${M.name} ${It(M.value)}`).join(", "),
          () => r(l).error.toExponential(1)
        ]
      ), oe("click", K, () => t().paint = "attention"), oe("click", le, () => t().paint = "sources"), Ue("submit", ce, async (M) => {
        M.preventDefault();
        const T = await t().during(e.study.view("parts", {
          target: t().target.id,
          contrast: r(f),
          focus: t().at
        }));
        T?.about.contrast && (t().contrast = T.about.contrast);
      }), St(_e, () => r(f), (M) => N(f, M)), b(X, C);
    };
    W(A, (X) => {
      s.view && r(c) && X(H);
    });
  }
  b(a, v), Xe();
}
ut(["click"]);
var ju = /* @__PURE__ */ Fr('<line stroke="currentColor"></line><text text-anchor="end" dominant-baseline="central"> </text>', 1), Du = /* @__PURE__ */ Fr('<text text-anchor="middle"> </text>'), Uu = /* @__PURE__ */ Fr('<circle r="2.5"><title> </title></circle>'), Hu = /* @__PURE__ */ Fr('<polyline fill="none" stroke-width="2"><title> </title></polyline><!>', 1), zu = /* @__PURE__ */ E("<span><i></i> </span>"), Bu = /* @__PURE__ */ E('<figure class="curve"><svg role="img"><!><!><!></svg> <figcaption class="fine"><!> <span> </span></figcaption></figure>');
function vi(a, e) {
  Ge(e, !0);
  let t = Fe(e, "low", 3, 0), n = Fe(e, "high", 3, 1), s = Fe(e, "note", 3, ""), i = Fe(e, "unit", 3, (I) => String(Math.round(100 * I) / 100)), o = /* @__PURE__ */ U(0);
  const l = /* @__PURE__ */ S(() => Math.max(240, r(o))), c = 150, d = 42, h = 12, p = 8, w = 22, f = (I) => d + (r(l) - d - h) * I / Math.max(1, e.layers.length - 1), v = (I) => c - w - (c - w - p) * (I - t()) / (n() - t() || 1), F = /* @__PURE__ */ S(() => {
    const I = (n() - t()) / 4, G = 10 ** Math.floor(Math.log10(I || 1)), re = G * ([1, 2, 5].find((K) => K * G >= I) ?? 10);
    return Array.from(
      {
        length: Math.floor(n() / re + 1e-6) - Math.ceil(t() / re - 1e-6) + 1
      },
      (K, le) => (Math.ceil(t() / re - 1e-6) + le) * re
    );
  }), g = /* @__PURE__ */ S(() => Math.ceil(e.layers.length / 10));
  var m = Bu(), y = x(m), L = x(y);
  Ae(L, 16, () => r(F), (I) => I, (I, G) => {
    var re = ju(), K = Te(re);
    Z(K, "x1", d);
    var le = u(K);
    Z(le, "x", d - 5);
    var ae = q(le, !0);
    j(
      (Q, ne, ge, fe, ce) => {
        Z(K, "x2", r(l) - h), Z(K, "y1", Q), Z(K, "y2", ne), Z(K, "opacity", ge), Z(le, "y", fe), O(ae, ce);
      },
      [
        () => v(G),
        () => v(G),
        () => Math.abs(G) < 1e-9 ? 0.4 : 0.14,
        () => v(G),
        () => i()(G)
      ]
    ), b(I, re);
  });
  var A = u(L);
  Ae(A, 17, () => e.layers, je, (I, G, re) => {
    var K = Ot(), le = Te(K);
    {
      var ae = (Q) => {
        var ne = Du();
        Z(ne, "y", c - 8);
        var ge = q(ne, !0);
        j(
          (fe) => {
            Z(ne, "x", fe), O(ge, r(G));
          },
          [() => f(re)]
        ), b(Q, ne);
      };
      W(le, (Q) => {
        re % r(g) === 0 && Q(ae);
      });
    }
    b(I, K);
  });
  var H = u(A);
  Ae(H, 17, () => e.curves, je, (I, G, re) => {
    let K = () => r(G).name, le = () => r(G).values;
    const ae = /* @__PURE__ */ S(() => Array.from(le(), (_e, J) => [J, _e]).filter(([, _e]) => !Number.isNaN(_e)));
    var Q = Hu(), ne = Te(Q), ge = x(ne), fe = q(ge, !0), ce = u(ne);
    {
      var ye = (_e) => {
        var J = Ot(), M = Te(J);
        Ae(M, 17, () => r(ae), je, (T, _) => {
          var P = /* @__PURE__ */ S(() => Vt(r(_), 2));
          let D = () => r(P)[0], ie = () => r(P)[1];
          var ue = Uu(), me = x(ue), k = q(me);
          j(
            ($, z, B) => {
              Z(ue, "cx", $), Z(ue, "cy", z), Z(ue, "fill", yr[re % yr.length]), O(k, `${K() ?? ""}, layer ${e.layers[D()] ?? ""}: ${B ?? ""}`);
            },
            [() => f(D()), () => v(ie()), () => i()(ie())]
          ), b(T, ue);
        }), b(_e, J);
      };
      W(ce, (_e) => {
        r(ae).length <= 12 && _e(ye);
      });
    }
    j(
      (_e) => {
        Z(ne, "stroke", yr[re % yr.length]), Z(ne, "points", _e), O(fe, K());
      },
      [
        () => r(ae).map(([_e, J]) => `${f(_e)},${v(J)}`).join(" ")
      ]
    ), b(I, Q);
  });
  var X = u(y, 2), C = x(X);
  Ae(C, 17, () => e.curves, je, (I, G, re) => {
    let K = () => r(G).name, le = () => r(G).said;
    var ae = zu(), Q = x(ae);
    let ne;
    var ge = u(Q);
    j(() => {
      ne = He(Q, "", ne, { background: yr[re % yr.length] }), O(ge, `${K() ?? ""} ${le() ?? "" ?? ""}`);
    }), b(I, ae);
  });
  var V = u(C, 2), Y = q(V, !0);
  j(() => {
    Z(y, "viewBox", `0 0 ${r(l) ?? ""} 150`), Z(y, "aria-label", e.label), O(Y, s());
  }), la(m, "clientWidth", (I) => N(o, I)), b(a, m), Xe();
}
var qu = /* @__PURE__ */ E('<p class="fine"> </p> <!>', 1);
function hi(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7);
  const n = /* @__PURE__ */ S(() => e.sweep.arrays.effect.shape), s = /* @__PURE__ */ S(() => r(n)[1] > 0 && r(n)[1] <= 6);
  function i(v) {
    if (e.sweep.about.axis !== "position") return;
    const F = new Float32Array(e.study.tokens.length).fill(NaN);
    e.sweep.about.columns.forEach((g, m) => F[g] = e.sweep.arrays.effect.data[v * r(n)[1] + m]), t().sweep = {
      values: F,
      label: `${e.name} at layer ${v}: ${e.sweep.about.measure}`
    }, t().paint = "sweep";
  }
  ht(() => {
    e.onexport?.({
      name: e.name,
      svg: () => On(e.sweep.arrays.effect.data, r(n)[0], r(n)[1], (v) => Rt(v, !0), e.sweep.about.measure),
      csv: () => [
        ["layer", ...e.sweep.about.labels],
        ...Array.from({ length: r(n)[0] }, (v, F) => [
          F,
          ...Array.from(e.sweep.arrays.effect.data.slice(F * r(n)[1], (F + 1) * r(n)[1]))
        ])
      ]
    });
  });
  const o = /* @__PURE__ */ S(() => e.sweep.about.labels.map((v, F) => ({
    name: v,
    values: Array.from({ length: r(n)[0] }, (g, m) => e.sweep.arrays.effect.data[m * r(n)[1] + F])
  }))), l = /* @__PURE__ */ S(() => {
    let v = 0, F = 1;
    for (const g of e.sweep.arrays.effect.data) Number.isNaN(g) || ([v, F] = [Math.min(v, g), Math.max(F, g)]);
    return [v, F];
  });
  var c = qu(), d = Te(c), h = q(d, !0), p = u(d, 2);
  {
    var w = (v) => {
      {
        let F = /* @__PURE__ */ S(() => Array.from({ length: r(n)[0] }, (g, m) => String(m)));
        vi(v, {
          get curves() {
            return r(o);
          },
          get low() {
            return r(l)[0];
          },
          get high() {
            return r(l)[1];
          },
          get layers() {
            return r(F);
          },
          label: "Effect by layer",
          note: "by layer"
        });
      }
    }, f = (v) => {
      {
        let F = /* @__PURE__ */ S(() => e.sweep.about.axis === "position" ? e.sweep.about.columns.map((g) => e.study.label(g)) : null);
        Ma(v, {
          label: "Sweep",
          get values() {
            return e.sweep.arrays.effect.data;
          },
          get rows() {
            return r(n)[0];
          },
          get columns() {
            return r(n)[1];
          },
          signed: !0,
          high: 1,
          get columnName() {
            return e.sweep.about.axis;
          },
          get columnLabels() {
            return r(F);
          },
          onhover: (g) => g && i(g[0]),
          onpick: ([g, m]) => {
            i(g), e.sweep.about.axis === "head" ? t().takeHead(g, m) : e.sweep.about.axis === "position" && t().takePlace(e.sweep.about.columns[m]);
          }
        });
      }
    };
    W(p, (v) => {
      r(s) ? v(w) : v(f, -1);
    });
  }
  j(() => O(h, e.sweep.about.measure)), b(a, c), Xe();
}
var Wu = /* @__PURE__ */ E('<span class="fine"> </span>'), Ju = /* @__PURE__ */ E('<p><button type="button"> </button></p>'), Za = /* @__PURE__ */ E("<option> </option>"), Ku = /* @__PURE__ */ E("<label>where <select></select></label>"), Vu = /* @__PURE__ */ E("<label>heads <select><option>all</option><option> </option></select></label>"), Yu = /* @__PURE__ */ E('<label>layers <input list="layer-choices" size="8" placeholder="all, 3, 0-5"/></label>'), Gu = /* @__PURE__ */ E("<label>to <select><option>image</option><option>the selection</option><option>the kept token</option><option>text</option></select></label>"), Xu = /* @__PURE__ */ E('<label>strength <input type="number" step="any"/></label>'), os = /* @__PURE__ */ E('<p class="error" role="alert"> </p>'), Zu = /* @__PURE__ */ E('<li><label><input type="checkbox"/> </label> <button type="button" class="link" aria-label="Remove this change">remove</button></li>'), Qu = /* @__PURE__ */ E('<button type="button">cancel</button> running…', 1), $u = /* @__PURE__ */ E('<button type="button">run again</button>'), ec = /* @__PURE__ */ E('<button type="button" aria-pressed="true">views show the changed model</button>'), tc = /* @__PURE__ */ E('<button type="button" aria-pressed="false">show views of the changed model</button>'), rc = /* @__PURE__ */ E('<ul class="changes"></ul> <p><!> <!></p>', 1), ac = /* @__PURE__ */ E('<tr><th scope="row"> </th><td><span> </span></td><td><span> </span></td><td> </td></tr>'), nc = /* @__PURE__ */ E('<div class="before-after" aria-live="polite"><div><small>before</small><p class="answer"> </p></div> <div aria-hidden="true">→</div> <div><small>after</small><p class="answer" data-after=""> </p></div> <p class="fine"> </p></div> <table class="words"><thead><tr><th scope="col">next token</th><th scope="col">before</th><th scope="col">after</th><th scope="col">logit changes by</th></tr></thead><tbody></tbody></table>', 1), sc = /* @__PURE__ */ E('<span class="fine">every layer in turn</span>'), ic = /* @__PURE__ */ E("<label>at <select></select></label>"), oc = /* @__PURE__ */ E("<label>over <select><option>groups of tokens</option><option>single tokens</option><option>heads</option></select></label>"), lc = /* @__PURE__ */ E('<label>window <input type="number" min="1"/></label>'), uc = /* @__PURE__ */ E('<button type="button" class="primary">cancel</button>'), cc = /* @__PURE__ */ E('<button type="submit" class="primary">start</button>'), dc = /* @__PURE__ */ E('<label class="row grow"> <progress></progress> </label>'), fc = /* @__PURE__ */ E('<section class="card" aria-label="Changes"><!> <!> <form class="form"><label>what <select></select></label> <!> <!> <!> <datalist id="layer-choices"><option></option><option></option><option></option></datalist> <label> <select><option>all</option><option>the focus</option><option>the kept token</option><option>the selection</option><option>image</option><option>text</option></select></label> <!> <!> <button type="submit" class="primary">add</button></form> <!> <!> <!></section> <section class="card" aria-label="Sweeps"><!> <form class="form"><label>what <select><option>patch from the second image</option><option>estimate patches by gradients</option><option>knock attention out</option></select></label> <!> <!> <!> <!></form> <p class="fine"> </p> <!> <!> <!></section>', 1);
function vc(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7);
  const n = /* @__PURE__ */ S(() => t().clean ?? e.study);
  let s = /* @__PURE__ */ U("zero"), i = /* @__PURE__ */ U("z"), o = /* @__PURE__ */ U("all"), l = /* @__PURE__ */ U("all"), c = /* @__PURE__ */ U("all"), d = /* @__PURE__ */ U("image"), h = /* @__PURE__ */ U(1), p = /* @__PURE__ */ U(null), w = /* @__PURE__ */ U(!1), f = /* @__PURE__ */ U("");
  const v = {
    zero: "set to zero",
    mean: "set to the mean",
    scale: "scale",
    block: "block attention",
    patch: "patch from the second",
    resample: "resample from the second",
    steer: "steer to the second",
    project: "take out the difference from the second"
  }, F = ["patch", "resample", "steer", "project"], g = {
    z: "heads",
    attn_out: "attention",
    mlp_out: "MLP",
    resid_post: "stream behind the layer",
    resid_mid: "stream between",
    resid_pre: "stream before the layer"
  }, m = /* @__PURE__ */ S(() => Object.keys(v).filter((R) => t().second || !F.includes(R))), y = /* @__PURE__ */ S(() => r(s) === "block" || r(i) === "z");
  function L(R) {
    return R === "selection" ? [...t().selected].sort((se, he) => se - he) : R === "image" ? r(n).tokens.filter((se) => se.kind === "image").map((se) => se.position) : R === "text" ? r(n).tokens.filter((se) => se.kind !== "image").map((se) => se.position) : R === "token" ? t().place === null ? [] : [t().place] : R === "focus" ? [Math.min(t().at, r(n).nPrompt - 1)] : null;
  }
  function A() {
    const R = r(y) && r(c) === "picked", se = !R && r(l).trim() === "all", he = R || r(l) === "picked" ? t().layer === null ? [] : [t().layer] : se ? null : H(r(l));
    if (!he && !se) {
      N(f, `“${r(l)}” names no layers of this model. Write all, picked, or numbers from 0 to ${r(n).nLayers - 1}, such as 0-3, 5.`);
      return;
    }
    const ve = {
      kind: r(s),
      point: r(s) === "block" ? "z" : r(i),
      layers: he,
      heads: R && t().head !== null ? [t().head] : null,
      positions: L(r(o)),
      keys: r(s) === "block" ? L(r(d)) : null,
      strength: r(h),
      source: F.includes(r(s)) ? t().second?.id ?? null : null,
      on: !0
    };
    if ([ve.layers, ve.positions, ve.keys].some((Ee) => Ee?.length === 0)) {
      N(f, "This change has no layer or no token: pick a head, keep a token, or select some first.");
      return;
    }
    t().changes = [...t().changes, ve], Y();
  }
  function H(R) {
    const se = [];
    for (const he of R.split(",")) {
      const [ve, Ee = ve] = he.split("-").map((De) => De.trim() ? Number(De) : NaN);
      if (!(Number.isInteger(ve) && Number.isInteger(Ee) && 0 <= ve && ve <= Ee && Ee < r(n).nLayers)) return null;
      for (let De = ve; De <= Ee; De++) se.push(De);
    }
    return se;
  }
  function X() {
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
    ], Y());
  }
  const C = (R, se) => R === null ? se : R.length > 6 ? `${R.length} (${R[0]}…${R.at(-1)})` : R.join(", "), V = (R) => `${v[R.kind]}${R.kind === "block" ? "" : ` · ${g[R.point]}`} · layers ${C(R.layers, "all")}${R.heads ? ` · head ${C(R.heads, "")}` : ""} · ${R.kind === "block" ? "from " : ""}tokens ${C(R.positions, "all")}${R.keys ? ` to ${C(R.keys, "all")}` : ""}${["scale", "steer"].includes(R.kind) ? ` · ×${R.strength}` : ""}`;
  async function Y() {
    const R = t().changes.filter((ve) => ve.on).map(({ on: ve, ...Ee }) => ({
      ...Ee,
      source: Ee.source && t().second ? t().second.id : Ee.source
    }));
    if (N(f, ""), t().write(), !R.length) {
      N(p, null), le();
      return;
    }
    const se = ++I, he = r(n);
    N(w, !0), G?.abort(), G = new AbortController();
    try {
      for await (const ve of t().source.stream(he.id, "changes", { changes: R, max_new_tokens: 16 }, G.signal)) {
        if (se !== I || r(n) !== he) return;
        N(p, ve);
      }
      t().clean && await K();
    } catch (ve) {
      se === I && ve.name !== "AbortError" && N(f, ve.message, !0);
    } finally {
      se === I && N(w, !1);
    }
  }
  let I = 0, G = null;
  ht(() => {
    const R = r(n);
    R === re || R.answering || Et(() => {
      re = R, I++, G?.abort(), D(), ((se) => {
        var he = Vt(se, 4);
        N(p, he[0]), N(fe, he[1]), N(f, he[2], !0), N(w, he[3], !0);
      })([null, null, "", !1]), t().changes.length && !t().clean && Y();
    });
  });
  let re = null;
  async function K() {
    if (!r(p)) return;
    const R = r(n), { study: se, after: he } = r(p).about, ve = await t().during(t().source.tokens(se));
    if (!ve || r(n) !== R) return;
    const Ee = new hn(t().source, se, ve);
    Ee.answer = he, Ee.asked = r(n).asked, t().clean = r(n), t().study = Ee;
  }
  function le() {
    t().clean && (t().study = t().clean, t().clean = null);
  }
  let ae = /* @__PURE__ */ U("patching"), Q = /* @__PURE__ */ U("groups"), ne = /* @__PURE__ */ U("resid_post"), ge = /* @__PURE__ */ U(1), fe = /* @__PURE__ */ U(null), ce = /* @__PURE__ */ U(null), ye = null, _e = /* @__PURE__ */ U(!1), J = /* @__PURE__ */ U("");
  const M = /* @__PURE__ */ S(() => r(ae) !== "knockout"), T = /* @__PURE__ */ S(() => {
    const R = r(n).tokens.filter((he) => he.kind === "image").length;
    return r(ae) === "gradients" ? 3 : (r(ae) === "knockout" || r(Q) === "groups" ? 3 : r(Q) === "heads" ? r(n).nHeads : t().selected.size || R + 1) * r(n).nLayers;
  }), _ = /* @__PURE__ */ S(() => r(ae) === "gradients" ? 2 * r(n).costs.graph_bytes : r(ae) === "knockout" ? r(n).costs.stream_bytes : 2 * r(n).nLayers * r(n).costs.stream_bytes);
  async function P() {
    ye?.abort(), ye = new AbortController();
    const R = ye;
    N(fe, null), N(J, ""), N(_e, !0);
    const se = t().selected.size ? [...t().selected].sort((ve, Ee) => ve - Ee) : null, he = r(ae) === "knockout" ? { window: r(ge) } : r(ae) === "gradients" ? {
      source: t().second.id,
      point: r(ne) === "z" ? "z" : r(ne) === "resid_pre" || r(ne) === "resid_mid" ? "resid_post" : r(ne)
    } : {
      source: t().second.id,
      point: r(ne),
      over: r(Q),
      positions: se
    };
    try {
      for await (const ve of t().source.stream(r(n).id, r(ae), he, R.signal)) N(fe, ve);
    } catch (ve) {
      ve.name !== "AbortError" && N(J, ve.message, !0);
    }
    ye === R && N(_e, !1);
  }
  function D() {
    ye?.abort(), N(_e, !1);
  }
  var ie = fc(), ue = Te(ie), me = x(ue);
  {
    let R = /* @__PURE__ */ S(() => r(p)?.about.code ?? "");
    nr(me, {
      title: "Changes",
      get code() {
        return r(R);
      },
      children: (se, he) => {
        var ve = Wu(), Ee = q(ve);
        j((De) => O(Ee, `change something, see the answer change${De ?? ""}`), [
          () => r(n).passSeconds > 1 ? `; a pass takes ${fn(r(n).passSeconds)}` : ""
        ]), b(se, ve);
      },
      $$slots: { default: !0 }
    });
  }
  var k = u(me, 2);
  {
    var $ = (R) => {
      var se = Ju(), he = x(se), ve = q(he);
      j(() => O(ve, `ablate L${t().layer ?? ""}H${t().head ?? ""}`)), oe("click", he, X), b(R, se);
    };
    W(k, (R) => {
      t().layer !== null && R($);
    });
  }
  var z = u(k, 2), B = x(z), ee = u(x(B));
  Ae(ee, 21, () => r(m), je, (R, se) => {
    var he = Za(), ve = q(he, !0), Ee = {};
    j(() => {
      O(ve, v[r(se)]), Ee !== (Ee = r(se)) && (he.value = (he.__value = Ee) ?? "");
    }), b(R, he);
  }), bt(ee);
  var xe = u(B, 2);
  {
    var ke = (R) => {
      var se = Ku(), he = u(x(se));
      Ae(he, 21, () => Object.entries(g), je, (ve, Ee) => {
        var De = /* @__PURE__ */ S(() => Vt(r(Ee), 2));
        let dt = () => r(De)[0], Ct = () => r(De)[1];
        var _t = Za(), et = q(_t, !0), Ke = {};
        j(() => {
          O(et, Ct()), Ke !== (Ke = dt()) && (_t.value = (_t.__value = Ke) ?? "");
        }), b(ve, _t);
      }), bt(he), kt(he, () => r(i), (ve) => N(i, ve)), b(R, se);
    };
    W(xe, (R) => {
      r(s) !== "block" && R(ke);
    });
  }
  var we = u(xe, 2);
  {
    var te = (R) => {
      var se = Vu(), he = u(x(se)), ve = x(he);
      ve.value = ve.__value = "all";
      var Ee = u(ve), De = q(Ee, !0);
      Ee.value = Ee.__value = "picked", bt(he), j(() => {
        Ee.disabled = t().layer === null, O(De, t().layer === null ? "one that is picked" : `L${t().layer}H${t().head}`);
      }), kt(he, () => r(c), (dt) => N(c, dt)), b(R, se);
    };
    W(we, (R) => {
      r(y) && R(te);
    });
  }
  var pe = u(we, 2);
  {
    var Se = (R) => {
      var se = Yu(), he = u(x(se));
      St(he, () => r(l), (ve) => N(l, ve)), b(R, se);
    };
    W(pe, (R) => {
      (!r(y) || r(c) === "all") && R(Se);
    });
  }
  var de = u(pe, 2), be = x(de);
  be.value = be.__value = "all";
  var Le = u(be);
  Le.value = Le.__value = "picked";
  var ze = u(Le), Ce = {}, Be = u(de, 2), at = x(Be), We = u(at), ct = x(We);
  ct.value = ct.__value = "all";
  var Me = u(ct);
  Me.value = Me.__value = "focus";
  var Oe = u(Me);
  Oe.value = Oe.__value = "token";
  var Ie = u(Oe);
  Ie.value = Ie.__value = "selection";
  var Ze = u(Ie);
  Ze.value = Ze.__value = "image";
  var gt = u(Ze);
  gt.value = gt.__value = "text", bt(We);
  var Dr = u(Be, 2);
  {
    var Oa = (R) => {
      var se = Gu(), he = u(x(se)), ve = x(he);
      ve.value = ve.__value = "image";
      var Ee = u(ve);
      Ee.value = Ee.__value = "selection";
      var De = u(Ee);
      De.value = De.__value = "token";
      var dt = u(De);
      dt.value = dt.__value = "text", bt(he), kt(he, () => r(d), (Ct) => N(d, Ct)), b(R, se);
    };
    W(Dr, (R) => {
      r(s) === "block" && R(Oa);
    });
  }
  var Ur = u(Dr, 2);
  {
    var ua = (R) => {
      var se = Xu(), he = u(x(se));
      St(he, () => r(h), (ve) => N(h, ve)), b(R, se);
    };
    W(Ur, (R) => {
      (r(s) === "scale" || r(s) === "steer") && R(ua);
    });
  }
  var ca = u(z, 2);
  {
    var da = (R) => {
      var se = os(), he = q(se, !0);
      j(() => O(he, r(f))), b(R, se);
    };
    W(ca, (R) => {
      r(f) && R(da);
    });
  }
  var Hr = u(ca, 2);
  {
    var Ra = (R) => {
      var se = rc(), he = Te(se);
      Ae(he, 21, () => t().changes, je, (et, Ke, Qt) => {
        var pr = Zu(), gr = x(pr), tt = x(gr), Ve = u(tt), _r = u(gr, 2);
        j(
          (sr) => {
            ni(tt, r(Ke).on), O(Ve, ` ${sr ?? ""}`);
          },
          [() => V(r(Ke))]
        ), oe("change", tt, (sr) => {
          t().changes = t().changes.map((mr, zr) => zr === Qt ? { ...mr, on: sr.currentTarget.checked } : mr), Y();
        }), oe("click", _r, () => {
          t().changes = t().changes.filter((sr, mr) => mr !== Qt), Y();
        }), b(et, pr);
      });
      var ve = u(he, 2), Ee = x(ve);
      {
        var De = (et) => {
          var Ke = Qu(), Qt = Te(Ke);
          oe("click", Qt, () => G?.abort()), b(et, Ke);
        }, dt = (et) => {
          var Ke = $u();
          oe("click", Ke, Y), b(et, Ke);
        };
        W(Ee, (et) => {
          r(w) ? et(De) : et(dt, -1);
        });
      }
      var Ct = u(Ee, 2);
      {
        var _t = (et) => {
          var Ke = Ot(), Qt = Te(Ke);
          {
            var pr = (tt) => {
              var Ve = ec();
              oe("click", Ve, le), b(tt, Ve);
            }, gr = (tt) => {
              var Ve = tc();
              oe("click", Ve, K), b(tt, Ve);
            };
            W(Qt, (tt) => {
              t().clean ? tt(pr) : tt(gr, -1);
            });
          }
          b(et, Ke);
        };
        W(Ct, (et) => {
          r(p) && et(_t);
        });
      }
      b(R, se);
    };
    W(Hr, (R) => {
      t().changes.length && R(Ra);
    });
  }
  var Ca = u(Hr, 2);
  {
    var Ia = (R) => {
      const se = /* @__PURE__ */ S(() => (tt) => tt.filter((Ve) => !Ve.ends).map((Ve) => Ve.token.text).join("") || "∅");
      var he = nc(), ve = Te(he), Ee = x(ve), De = u(x(Ee)), dt = q(De, !0), Ct = u(Ee, 4), _t = u(x(Ct)), et = q(_t, !0), Ke = u(Ct, 2), Qt = q(Ke), pr = u(ve, 2), gr = u(x(pr));
      Ae(gr, 21, () => r(p).about.words, (tt) => tt.id, (tt, Ve) => {
        var _r = ac(), sr = x(_r), mr = q(sr, !0), zr = u(sr);
        let Bn;
        var Ti = x(zr), Pi = q(Ti, !0), za = u(zr);
        let qn;
        var Li = x(za), Oi = q(Li, !0), Ri = u(za), Ci = q(Ri, !0);
        j(
          (Ii, Fi, ji, Di) => {
            O(mr, Ii), Bn = He(zr, "", Bn, { "--share": `${100 * r(Ve).before}%` }), O(Pi, Fi), qn = He(za, "", qn, { "--share": `${100 * r(Ve).after}%` }), O(Oi, ji), O(Ci, Di);
          },
          [
            () => rt(r(Ve).text),
            () => vt(r(Ve).before),
            () => vt(r(Ve).after),
            () => It(r(Ve).logit_after - r(Ve).logit_before)
          ]
        ), b(tt, _r);
      }), j(
        (tt, Ve, _r) => {
          O(dt, tt), O(et, Ve), O(Qt, `KL ${_r ?? ""} nats at the first token`);
        },
        [
          () => r(se)(r(p).about.before),
          () => r(se)(r(p).about.after),
          () => r(p).arrays.kl.data[0].toPrecision(3)
        ]
      ), b(R, he);
    };
    W(Ca, (R) => {
      r(p) && R(Ia);
    });
  }
  var Fa = u(ue, 2), Rn = x(Fa);
  {
    let R = /* @__PURE__ */ S(() => r(fe)?.about.code ?? "");
    nr(Rn, {
      title: "Sweeps",
      get code() {
        return r(R);
      },
      get exporter() {
        return r(ce);
      },
      children: (se, he) => {
        var ve = sc();
        b(se, ve);
      },
      $$slots: { default: !0 }
    });
  }
  var ja = u(Rn, 2), Cn = x(ja), Da = u(x(Cn)), Ua = x(Da);
  Ua.value = Ua.__value = "patching";
  var Ha = u(Ua);
  Ha.value = Ha.__value = "gradients";
  var In = u(Ha);
  In.value = In.__value = "knockout", bt(Da);
  var Fn = u(Cn, 2);
  {
    var mi = (R) => {
      var se = ic(), he = u(x(se));
      Ae(he, 21, () => Object.entries(g), je, (ve, Ee) => {
        var De = /* @__PURE__ */ S(() => Vt(r(Ee), 2));
        let dt = () => r(De)[0], Ct = () => r(De)[1];
        var _t = Za(), et = q(_t, !0), Ke = {};
        j(() => {
          O(et, Ct()), Ke !== (Ke = dt()) && (_t.value = (_t.__value = Ke) ?? "");
        }), b(ve, _t);
      }), bt(he), kt(he, () => r(ne), (ve) => N(ne, ve)), b(R, se);
    };
    W(Fn, (R) => {
      r(ae) !== "knockout" && R(mi);
    });
  }
  var jn = u(Fn, 2);
  {
    var bi = (R) => {
      var se = oc(), he = u(x(se)), ve = x(he);
      ve.value = ve.__value = "groups";
      var Ee = u(ve);
      Ee.value = Ee.__value = "positions";
      var De = u(Ee);
      De.value = De.__value = "heads", bt(he), kt(he, () => r(Q), (dt) => N(Q, dt)), b(R, se);
    };
    W(jn, (R) => {
      r(ae) === "patching" && R(bi);
    });
  }
  var Dn = u(jn, 2);
  {
    var yi = (R) => {
      var se = lc(), he = u(x(se));
      j(() => Z(he, "max", r(n).nLayers)), St(he, () => r(ge), (ve) => N(ge, ve)), b(R, se);
    };
    W(Dn, (R) => {
      r(ae) === "knockout" && R(yi);
    });
  }
  var wi = u(Dn, 2);
  {
    var ki = (R) => {
      var se = uc();
      oe("click", se, D), b(R, se);
    }, xi = (R) => {
      var se = cc();
      j(() => se.disabled = r(M) && !t().second), b(R, se);
    };
    W(wi, (R) => {
      r(_e) ? R(ki) : R(xi, -1);
    });
  }
  var Un = u(ja, 2), Si = q(Un, !0), Hn = u(Un, 2);
  {
    var Mi = (R) => {
      var se = os(), he = q(se, !0);
      j(() => O(he, r(J))), b(R, se);
    };
    W(Hn, (R) => {
      r(J) && R(Mi);
    });
  }
  var zn = u(Hn, 2);
  {
    var Ei = (R) => {
      var se = dc(), he = x(se), ve = u(he), Ee = u(ve);
      j(() => {
        O(he, `${r(_e) ? "running" : r(fe) && r(fe).about.done < r(fe).about.of ? "stopped" : "done"} `), Z(ve, "max", r(fe)?.about.of ?? 1), dn(ve, r(fe)?.about.done ?? 0), O(Ee, ` ${r(fe) ? `${r(fe).about.done} of ${r(fe).about.of} layers` : ""}`);
      }), b(R, se);
    };
    W(zn, (R) => {
      (r(_e) || r(fe)) && R(Ei);
    });
  }
  var Ai = u(zn, 2);
  {
    var Ni = (R) => {
      hi(R, {
        get session() {
          return t();
        },
        get study() {
          return r(n);
        },
        get sweep() {
          return r(fe);
        },
        get name() {
          return r(ae);
        },
        onexport: (se) => N(ce, se)
      });
    };
    W(Ai, (R) => {
      r(fe) && R(Ni);
    });
  }
  j(
    (R) => {
      Ce !== (Ce = `0-${r(n).nLayers - 1}`) && (ze.value = ze.__value = Ce), O(at, `${r(s) === "block" ? "from" : "tokens"} `), O(Si, R);
    },
    [
      () => r(M) && !t().second ? "Add a second image above: patches come from it." : `At most ${r(T).toLocaleString("en")} partial passes, ${fn(r(T) * r(n).passSeconds)} and ${Sa(r(_))}${t().selected.size && r(ae) === "patching" ? `, with the ${t().selected.size} selected tokens` : ""}.`
    ]
  ), Ue("submit", z, (R) => {
    R.preventDefault(), A();
  }), kt(ee, () => r(s), (R) => N(s, R)), kt(We, () => r(o), (R) => N(o, R)), Ue("submit", ja, (R) => {
    R.preventDefault(), P();
  }), kt(Da, () => r(ae), (R) => N(ae, R)), b(a, ie), Xe();
}
ut(["click", "change"]);
var hc = /* @__PURE__ */ E('<button type="button" tabindex="-1"> </button>'), pc = /* @__PURE__ */ E("<span> </span>"), gc = /* @__PURE__ */ E('<div><span class="name"><small> </small> <!></span> <!></div>'), _c = /* @__PURE__ */ E('<div class="lens" role="application" tabindex="0"><div class="lens-head lens-row"><span class="name">token</span><!></div> <div class="lens-body"></div></div>');
function mc(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7);
  const n = /* @__PURE__ */ S(() => e.painted.words.view), s = /* @__PURE__ */ S(() => e.view.arrays.ids.shape), i = /* @__PURE__ */ S(() => Vt(r(s), 3)), o = /* @__PURE__ */ S(() => r(i)[0]), l = /* @__PURE__ */ S(() => r(i)[1]), c = /* @__PURE__ */ S(() => r(i)[2]), d = /* @__PURE__ */ S(() => Math.min(t().lensLayer ?? r(o) - 1, r(o) - 1)), h = /* @__PURE__ */ S(() => e.view.arrays.positions.data), p = 24;
  let w = /* @__PURE__ */ U(void 0), f = /* @__PURE__ */ U(0), v = /* @__PURE__ */ U(400), F = !1, g = /* @__PURE__ */ U(/* @__PURE__ */ new Set());
  const m = /* @__PURE__ */ S(() => {
    if (e.mode === "word") return r(n) ? Jt(r(n).arrays.probs, e.painted.word) : [];
    if (e.mode === "find") return e.painted.found?.sum ?? [];
    if (e.mode === "entropy" || e.mode === "kl") return e.view.arrays[e.mode].data;
    const J = new Float32Array(r(o) * r(l));
    for (let M = 0; M < J.length; M++) J[M] = e.view.arrays.probs.data[M * r(c)];
    return J;
  }), y = /* @__PURE__ */ S(() => {
    if (e.mode === "top") return 1;
    let J = e.mode === "word" || e.mode === "find" ? 0.05 : 1e-6;
    for (let M = 0; M < r(m).length; M++) r(m)[M] > J && (J = r(m)[M]);
    return J;
  }), L = /* @__PURE__ */ S(() => {
    const J = Array.from({ length: r(o) }, (T, _) => {
      let P = 0;
      for (let D = 0; D < r(l); D++) P += (r(m)[_ * r(l) + D] || 0) / r(y);
      return P / r(l);
    }), M = Math.max(...J, 1e-9);
    return J.map((T) => T / M);
  }), A = /* @__PURE__ */ S(() => {
    const J = [], M = e.view.arrays.ids.data, T = (_, P) => {
      if ((e.study.tokens[r(h)[_]]?.image ?? -1) !== (e.study.tokens[r(h)[P]]?.image ?? -1)) return !1;
      for (let D = 0; D < r(o); D++) if (M[(D * r(l) + _) * r(c)] !== M[(D * r(l) + P) * r(c)]) return !1;
      return !0;
    };
    for (let _ = 0; _ < r(l); _++) {
      const P = J.at(-1);
      P && T(P.row, _) ? P.count++ : J.push({ row: _, count: 1 });
    }
    return J;
  }), H = /* @__PURE__ */ S(() => e.folded && e.mode === "top" ? r(A).flatMap((J) => r(g).has(J.row) ? Array.from({ length: J.count }, (M, T) => ({ row: J.row + T, count: 1 })) : [J]) : Array.from({ length: r(l) }, (J, M) => ({ row: M, count: 1 }))), X = /* @__PURE__ */ S(() => Math.max(0, Math.floor(r(f) / p) - 6)), C = /* @__PURE__ */ S(() => Math.min(r(H).length, Math.ceil((r(f) + r(v)) / p) + 6)), V = (J) => J === null ? -1 : r(h)[J] === J ? J : Array.prototype.indexOf.call(r(h), J), Y = (J) => {
    let M = 0, T = r(H).length - 1;
    for (; M < T; ) {
      const _ = M + T + 1 >> 1;
      r(H)[_].row <= J ? M = _ : T = _ - 1;
    }
    return M;
  }, I = /* @__PURE__ */ S(() => Y(V(t().shownPlace))), G = /* @__PURE__ */ S(() => V(t().at) < 0 ? -1 : Y(V(t().at))), re = (J, M, T) => e.mode === "top" ? T >= t().least ? rt(e.view.about.strings[e.view.arrays.ids.data[(M * r(l) + J) * r(c)]]) : "" : e.mode === "word" || e.mode === "find" ? T >= Math.max(t().least, 5e-4) ? vt(T) : "" : Je(T), K = (J, M) => Array.from(
    {
      length: Number.isNaN(e.view.arrays.probs.data[(M * r(l) + J) * r(c)]) ? 0 : r(c)
    },
    (T, _) => {
      const P = (M * r(l) + J) * r(c) + _;
      return `${rt(e.view.about.strings[e.view.arrays.ids.data[P]])} ${vt(e.view.arrays.probs.data[P])}`;
    }
  ).join(", ");
  function le(J) {
    if (!r(w) || J < 0) return;
    const M = Y(J) * p, T = r(v) - 50;
    (M < r(w).scrollTop || M + p > r(w).scrollTop + T) && (r(w).scrollTop = Math.max(0, M - T / 2));
  }
  ht(() => {
    const { place: J } = t();
    Et(() => le(V(J)));
  }), ht(() => {
    const { hoverPlace: J } = t();
    J !== null && !F && Et(() => le(V(J)));
  }), ht(() => {
    if (t().lensLayer === null) return;
    const J = r(w)?.querySelector(`.lens-head [data-layer="${r(d)}"]`), M = r(w)?.querySelector(".lens-head .name");
    if (!r(w) || !J || !M) return;
    const T = J.offsetLeft - M.offsetWidth, _ = J.offsetLeft + J.offsetWidth - r(w).clientWidth;
    T < r(w).scrollLeft ? r(w).scrollLeft = T : _ > r(w).scrollLeft && (r(w).scrollLeft = _);
  });
  function ae(J) {
    const M = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-15, 0],
      PageDown: [15, 0]
    }[J.key], T = V(t().place);
    J.key === "Enter" && T >= 0 && Q(Y(T)), M && (J.preventDefault(), M[0] && (t().place = r(h)[r(H)[T < 0 ? 0 : Math.max(0, Math.min(r(H).length - 1, Y(T) + M[0]))].row]), t().lensLayer = Math.max(0, Math.min(r(o) - 1, r(d) + M[1])));
  }
  function Q(J) {
    const { row: M, count: T } = r(H)[J];
    T > 1 && N(g, /* @__PURE__ */ new Set([...r(g), M]));
  }
  var ne = _c();
  let ge;
  var fe = x(ne), ce = u(x(fe));
  Ae(ce, 17, () => e.view.about.layers, je, (J, M, T) => {
    var _ = hc();
    Z(_, "data-layer", T);
    let P, D;
    var ie = q(_, !0);
    j(
      (ue) => {
        Z(_, "title", `layer ${r(M) ?? ""}; the bar is the mean over all positions`), P = zt(_, 1, "", null, P, { current: T === r(d) }), D = He(_, "", D, { "--mean": ue }), O(ie, r(M));
      },
      [() => `${Math.round(100 * r(L)[T])}%`]
    ), oe("click", _, () => t().lensLayer = T), b(J, _);
  });
  var ye = u(fe, 2);
  let _e;
  Ae(ye, 23, () => ({ length: Math.max(0, r(C) - r(X)) }), (J, M) => r(H)[r(X) + M]?.row, (J, M, T) => {
    const _ = /* @__PURE__ */ S(() => r(X) + r(T)), P = /* @__PURE__ */ S(() => {
      const { row: we, count: te } = r(H)[r(_)];
      return { row: we, many: te };
    }), D = /* @__PURE__ */ S(() => r(h)[r(P).row]);
    var ie = gc();
    let ue, me;
    var k = x(ie), $ = x(k), z = q($, !0), B = u($, 2);
    {
      var ee = (we) => {
        var te = ln();
        j(() => O(te, `▸ ${r(P).many ?? ""} alike`)), b(we, te);
      }, xe = (we) => {
        var te = ln();
        j((pe) => O(te, pe), [() => rt(e.study.label(r(D)))]), b(we, te);
      };
      W(B, (we) => {
        r(P).many > 1 ? we(ee) : we(xe, -1);
      });
    }
    var ke = u(k, 2);
    Ae(ke, 17, () => ({ length: r(o) }), je, (we, te, pe, Se) => {
      const de = /* @__PURE__ */ S(() => r(m)[pe * r(l) + r(P).row] ?? NaN);
      var be = pc();
      let Le;
      Z(be, "data-layer", pe);
      let ze;
      var Ce = q(be, !0);
      j(
        (Be, at, We, ct) => {
          Le = zt(be, 1, "cell", null, Le, { here: pe === r(d) }), Z(be, "title", Be), ze = He(be, "", ze, { background: at, color: We }), O(Ce, ct);
        },
        [
          () => K(r(P).row, pe),
          () => e.mode === "top" ? `color-mix(in srgb, var(--bar) ${Math.round(100 * Math.sqrt(r(de) || 0))}%, transparent)` : Rt(r(de) / r(y), !1),
          () => e.mode === "top" ? null : Ln(r(de) / r(y), !1),
          () => re(r(P).row, pe, r(de))
        ]
      ), Ue("mouseenter", be, () => t().hoverPlace = r(D)), Ue("mouseleave", be, () => t().hoverPlace = null), oe("click", be, () => {
        t().takePlace(r(D)), t().lensLayer = pe;
      }), b(we, be);
    }), j(
      (we, te) => {
        ue = zt(ie, 1, "lens-row", null, ue, {
          current: t().shownPlace !== null && r(_) === r(I),
          focus: r(_) === r(G)
        }), Z(ie, "data-row", r(P).row), Z(ie, "data-many", r(P).many), me = He(ie, "", me, { top: `${r(_) * p}px` }), Z(k, "title", we), O(z, te);
      },
      [
        () => r(P).many > 1 ? `${r(P).many} tokens that say the same at every layer: click to unfold` : e.study.label(r(D)),
        () => e.study.number(r(D))
      ]
    ), oe("click", k, () => r(P).many > 1 ? Q(r(_)) : t().takePlace(r(D))), b(J, ie);
  }), jr(ne, (J) => N(w, J), () => r(w)), j(() => {
    Z(ne, "aria-label", `Lens table: ${r(l) ?? ""} positions by ${r(o) ?? ""} layers. Arrow keys move, Enter unfolds.`), ge = He(ne, "", ge, { "--columns": r(o) }), _e = He(ye, "", _e, { height: `${r(H).length * p}px` });
  }), Ue("scroll", ne, () => N(f, r(w).scrollTop, !0)), oe("keydown", ne, ae), Ue("pointerenter", ne, () => F = !0), Ue("pointerleave", ne, () => F = !1), la(ne, "clientHeight", (J) => N(v, J)), b(a, ne), Xe();
}
ut(["keydown", "click"]);
var bc = /* @__PURE__ */ E('<button type="button" class="map"><canvas></canvas><small> </small></button>'), yc = /* @__PURE__ */ E('<div class="maps" role="group"></div>'), wc = /* @__PURE__ */ E("<!> <!>", 1);
function kc(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7);
  const n = /* @__PURE__ */ S(() => e.words.arrays.positions.data), s = /* @__PURE__ */ S(() => e.study.images.find((g) => g.boxed)), i = /* @__PURE__ */ S(() => {
    const g = e.study.images.indexOf(r(s)), m = e.study.tokens.filter((A) => A.box && A.image === g && A.frame <= 0), y = m.some((A) => !A.global), L = new Map(Array.from(r(n), (A, H) => [A, H]));
    return m.filter((A) => !(A.global && y) && L.has(A.position)).map((A) => ({ box: A.box, row: L.get(A.position) }));
  }), o = /* @__PURE__ */ S(() => Array.from({ length: e.words.about.layers.length }, (g, m) => Jt(e.words.arrays.probs, e.painted.word, m))), l = /* @__PURE__ */ S(() => r(o).reduce((g, m) => r(i).reduce((y, { row: L }) => Math.max(y, m[L] || 0), g), 0.05));
  function c(g, m) {
    const y = ({ values: L, high: A }) => {
      const [H, X] = r(s).size, C = 96 / Math.max(H, X), V = g.getContext("2d");
      Object.assign(g, {
        width: Math.round(H * C),
        height: Math.round(X * C)
      });
      for (const { row: Y, box: I } of r(i))
        V.fillStyle = Rt(L[Y] / A, !1), V.fillRect(I[0] * C, I[1] * C, (I[2] - I[0]) * C + 0.5, (I[3] - I[1]) * C + 0.5);
    };
    return y(m), { update: y };
  }
  const d = /* @__PURE__ */ S(() => t().shownPlace ?? t().at), h = /* @__PURE__ */ S(() => {
    const g = Array.prototype.indexOf.call(r(n), r(d)), [m, y, L] = e.words.arrays.probs.shape;
    return g < 0 ? [] : Array.from({ length: m }, (A, H) => {
      const X = Array.from({ length: y }, (C, V) => e.words.arrays.probs.data[(H * y + V) * L + g]);
      return {
        name: e.words.about.words[H],
        said: vt(X.at(-1) ?? 0),
        values: X
      };
    });
  });
  var p = wc(), w = Te(p);
  {
    var f = (g) => {
      var m = yc();
      Ae(m, 21, () => e.words.about.layers, je, (y, L, A) => {
        var H = bc(), X = x(H);
        cl(X, (Y, I) => c?.(Y, I), () => ({ values: r(o)[A], high: r(l) }));
        var C = u(X), V = q(C, !0);
        j(() => {
          Z(H, "aria-pressed", e.layer === A && t().paint === "word"), O(V, r(L));
        }), oe("click", H, () => {
          t().lensLayer = A, t().paint = "word";
        }), b(y, H);
      }), j(() => Z(m, "aria-label", `“${e.words.about.words[e.painted.word] ?? ""}” over the image, layer by layer`)), b(g, m);
    };
    W(w, (g) => {
      r(s) && r(i).length && g(f);
    });
  }
  var v = u(w, 2);
  {
    var F = (g) => {
      {
        let m = /* @__PURE__ */ S(() => e.study.label(r(d))), y = /* @__PURE__ */ S(() => JSON.stringify(e.study.label(r(d))));
        vi(g, {
          get curves() {
            return r(h);
          },
          get layers() {
            return e.words.about.layers;
          },
          unit: (L) => `${Math.round(100 * L)}%`,
          get label() {
            return `Probability over layers at ${r(m) ?? ""}`;
          },
          get note() {
            return `by layer, at ${r(y) ?? ""}`;
          }
        });
      }
    };
    W(v, (g) => {
      r(h).length && g(F);
    });
  }
  b(a, p), Xe();
}
ut(["click"]);
var xc = /* @__PURE__ */ E('<span class="fine">what each token says, if the model stopped at that layer</span>'), ls = /* @__PURE__ */ E('<p class="error" role="alert"> </p>'), Sc = /* @__PURE__ */ E('<button type="button" title="its probability at every layer and token, however small">follow</button>'), us = /* @__PURE__ */ E('<button type="button"> </button>'), Mc = /* @__PURE__ */ E('<p class="fine hits" role="status"> </p>'), Ec = /* @__PURE__ */ E("<option> </option>"), Ac = /* @__PURE__ */ E('<label title="what image tokens would say if the vision encoder stopped at a block"><input type="checkbox"/> vision blocks</label>'), Nc = /* @__PURE__ */ E('<p class="fine"> </p>'), Tc = /* @__PURE__ */ E('<div class="row"><form class="row" role="search"><input type="search" aria-label="Find a token" placeholder="find a token" size="12" autocomplete="off" spellcheck="false"/> <button type="button" aria-label="Previous hit">↑</button><button type="button" aria-label="Next hit">↓</button> <!></form> <div class="chips" role="group" aria-label="What the table shows"><button type="button">most probable</button> <!> <!></div></div> <!> <!> <div class="row"><label class="grow">layer <output> </output><input type="range" min="0"/></label> <button type="button"> </button> <label>hide below <select></select></label> <label><input type="checkbox"/> fold equal rows</label> <!></div> <!> <!> <!> <!>', 1), Pc = /* @__PURE__ */ E('<section class="card" aria-label="Lens"><!> <!> <!> <!></section>');
function Lc(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7);
  const n = /* @__PURE__ */ S(() => e.painted.lens.view), s = /* @__PURE__ */ S(() => e.painted.words.view), i = /* @__PURE__ */ S(() => r(n)?.arrays.ids.shape ?? [0, 0, 0]), o = /* @__PURE__ */ S(() => Vt(r(i), 3)), l = /* @__PURE__ */ S(() => r(o)[0]), c = /* @__PURE__ */ S(() => r(o)[1]), d = /* @__PURE__ */ S(() => r(o)[2]), h = /* @__PURE__ */ S(() => Math.min(t().lensLayer ?? r(l) - 1, Math.max(0, r(l) - 1)));
  let p = /* @__PURE__ */ U("top"), w = /* @__PURE__ */ U(!0), f = /* @__PURE__ */ U(-1), v = /* @__PURE__ */ U(null);
  const F = /* @__PURE__ */ S(() => t().words.length ? t().words : t().target ? [t().target.text.trim() || "word"] : []), g = /* @__PURE__ */ S(() => ["entropy", "kl"].filter((Q) => r(n)?.arrays[Q])), m = /* @__PURE__ */ S(() => e.painted.found), y = /* @__PURE__ */ S(() => t().source.kind !== "page");
  function L(Q, ne = e.painted.word) {
    N(p, Q, !0), t().word = ne, (Q === "top" || Q === "word" || Q === "find") && (t().paint = Q);
  }
  function A(Q) {
    t().find = Q, N(f, -1), L(Q.trim() ? "find" : "top");
  }
  function H(Q) {
    !r(m)?.hits.length || !r(n) || (N(
      f,
      r(f) < 0 && Q < 0 ? r(m).hits.length - 1 : (r(f) + Q + r(m).hits.length) % r(m).hits.length,
      !0
    ), t().takePlace(r(n).arrays.positions.data[r(m).hits[r(f)] % r(c)]), t().lensLayer = Math.floor(r(m).hits[r(f)] / r(c)));
  }
  function X() {
    const Q = t().find.trim();
    Q && (t().words = [...t().words.filter((ne) => ne !== Q), Q].slice(-8), t().find = "", L("word", t().words.length - 1));
  }
  function C() {
    const Q = () => {
      clearInterval(r(v)), N(v, null);
    };
    if (r(v) !== null) return Q();
    t().lensLayer = 0, N(v, setInterval(() => r(h) >= r(l) - 1 ? Q() : t().lensLayer = r(h) + 1, 600), !0);
  }
  ht(() => () => clearInterval(r(v) ?? void 0));
  const V = /* @__PURE__ */ S(() => r(n) ? {
    name: "lens",
    csv: () => [
      [
        "layer",
        "position",
        "place",
        "token",
        "probability",
        ...r(g)
      ],
      ...Array.from({ length: r(l) * r(c) }, (Q, ne) => {
        const ge = r(n).arrays.positions.data[ne % r(c)];
        return [
          r(n).about.layers[Math.floor(ne / r(c))],
          e.study.number(ge),
          e.study.label(ge),
          r(n).about.strings[r(n).arrays.ids.data[ne * r(d)]],
          r(n).arrays.probs.data[ne * r(d)],
          ...r(g).map((fe) => r(n).arrays[fe].data[ne])
        ];
      })
    ]
  } : null);
  var Y = Pc(), I = x(Y);
  {
    let Q = /* @__PURE__ */ S(() => r(p) === "word" && r(s) ? r(s).about.code : r(n)?.about.code ?? "");
    nr(I, {
      title: "Logit lens",
      get code() {
        return r(Q);
      },
      get exporter() {
        return r(V);
      },
      children: (ne, ge) => {
        var fe = xc();
        b(ne, fe);
      },
      $$slots: { default: !0 }
    });
  }
  var G = u(I, 2);
  {
    var re = (Q) => {
      var ne = ls(), ge = q(ne, !0);
      j(() => O(ge, e.painted.lens.error)), b(Q, ne);
    };
    W(G, (Q) => {
      e.painted.lens.error && Q(re);
    });
  }
  var K = u(G, 2);
  {
    let Q = /* @__PURE__ */ S(() => e.painted.long("lens")), ne = /* @__PURE__ */ S(() => e.study.tokens.length.toLocaleString("en")), ge = /* @__PURE__ */ S(() => e.study.nLayers + 1);
    Or(K, {
      get session() {
        return t();
      },
      get long() {
        return r(Q);
      },
      get what() {
        return `The lens of ${r(ne) ?? ""} tokens at ${r(ge) ?? ""} layers`;
      }
    });
  }
  var le = u(K, 2);
  {
    var ae = (Q) => {
      var ne = Tc(), ge = Te(ne), fe = x(ge), ce = x(fe), ye = u(ce, 2), _e = u(ye), J = u(_e, 2);
      {
        var M = (Me) => {
          var Oe = Sc();
          j((Ie) => Oe.disabled = Ie, [() => !t().find.trim()]), oe("click", Oe, X), b(Me, Oe);
        };
        W(J, (Me) => {
          r(y) && Me(M);
        });
      }
      var T = u(fe, 2), _ = x(T), P = u(_, 2);
      Ae(P, 17, () => r(F), je, (Me, Oe, Ie) => {
        var Ze = us(), gt = q(Ze, !0);
        j(() => {
          Z(Ze, "aria-pressed", r(p) === "word" && e.painted.word === Ie), O(gt, r(Oe));
        }), oe("click", Ze, () => L("word", Ie)), b(Me, Ze);
      });
      var D = u(P, 2);
      Ae(D, 17, () => r(g), je, (Me, Oe) => {
        var Ie = us(), Ze = q(Ie, !0);
        j(() => {
          Z(Ie, "aria-pressed", r(p) === r(Oe)), O(Ze, r(Oe) === "kl" ? "KL to output" : r(Oe));
        }), oe("click", Ie, () => L(r(Oe))), b(Me, Ie);
      });
      var ie = u(ge, 2);
      {
        var ue = (Me) => {
          var Oe = Mc(), Ie = q(Oe);
          j((Ze, gt) => O(Ie, `Tokens that ${r(m).whole ? "are" : "contain"} “${Ze ?? ""}”: ${gt ?? ""}`), [
            () => t().find.trim(),
            () => r(m).hits.length ? `${r(m).hits.length.toLocaleString("en")} hits in ${r(m).layers} of ${r(l)} layers, among the top ${r(d)}. ↓ goes to the most probable.` : `none among the top ${r(d)}, at any layer and position.`
          ]), b(Me, Oe);
        };
        W(ie, (Me) => {
          r(m) && Me(ue);
        });
      }
      var me = u(ie, 2);
      {
        var k = (Me) => {
          var Oe = ls(), Ie = q(Oe, !0);
          j(() => O(Ie, e.painted.words.error)), b(Me, Oe);
        };
        W(me, (Me) => {
          e.painted.words.error && Me(k);
        });
      }
      var $ = u(me, 2), z = x($), B = u(x(z)), ee = q(B, !0), xe = u(B), ke = u(z, 2), we = q(ke, !0), te = u(ke, 2), pe = u(x(te));
      Ae(pe, 20, () => [0, 0.01, 0.05, 0.2, 0.5], je, (Me, Oe) => {
        var Ie = Ec(), Ze = q(Ie), gt = {};
        j(() => {
          O(Ze, `${100 * Oe}%`), gt !== (gt = Oe) && (Ie.value = (Ie.__value = gt) ?? "");
        }), b(Me, Ie);
      }), bt(pe);
      var Se = u(te, 2), de = x(Se), be = u(Se, 2);
      {
        var Le = (Me) => {
          var Oe = Ac(), Ie = x(Oe);
          j(() => ni(Ie, t().vision)), oe("change", Ie, (Ze) => {
            t().vision = Ze.currentTarget.checked, t().lensLayer !== null && (t().lensLayer = Math.max(0, t().lensLayer + (t().vision ? e.study.costs.n_vision : -e.study.costs.n_vision)));
          }), b(Me, Oe);
        };
        W(be, (Me) => {
          e.study.costs.n_vision && Me(Le);
        });
      }
      var ze = u($, 2);
      {
        let Me = /* @__PURE__ */ S(() => e.painted.long("words")), Oe = /* @__PURE__ */ S(() => r(F).join(", "));
        Or(ze, {
          get session() {
            return t();
          },
          get long() {
            return r(Me);
          },
          get what() {
            return `To follow ${r(Oe) ?? ""} through all tokens and layers`;
          }
        });
      }
      var Ce = u(ze, 2);
      {
        var Be = (Me) => {
          kc(Me, {
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
        W(Ce, (Me) => {
          r(s) && Me(Be);
        });
      }
      var at = u(Ce, 2);
      mc(at, {
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
          return r(n);
        },
        get mode() {
          return r(p);
        },
        get folded() {
          return r(w);
        }
      });
      var We = u(at, 2);
      {
        var ct = (Me) => {
          var Oe = Nc(), Ie = q(Oe, !0);
          j(() => O(Ie, t().note)), b(Me, Oe);
        };
        W(We, (Me) => {
          t().note && Me(ct);
        });
      }
      j(() => {
        dn(ce, t().find), ye.disabled = !r(m)?.hits.length, _e.disabled = !r(m)?.hits.length, Z(_, "aria-pressed", r(p) === "top"), O(ee, r(n).about.layers[r(h)]), Z(xe, "max", r(l) - 1), dn(xe, r(h)), Z(xe, "aria-valuetext", r(n).about.layers[r(h)]), Z(ke, "aria-pressed", r(v) !== null), O(we, r(v) === null ? "play" : "stop");
      }), Ue("submit", fe, (Me) => {
        Me.preventDefault(), H(1);
      }), oe("input", ce, (Me) => A(Me.currentTarget.value)), oe("click", ye, () => H(-1)), oe("click", _e, () => H(1)), oe("click", _, () => L("top")), oe("input", xe, (Me) => {
        t().lensLayer = Number(Me.currentTarget.value), t().paint !== "word" && t().paint !== "find" && (t().paint = "top");
      }), oe("click", ke, C), kt(pe, () => t().least, (Me) => t().least = Me), yl(de, () => r(w), (Me) => N(w, Me)), b(Q, ne);
    };
    W(le, (Q) => {
      r(n) && Q(ae);
    });
  }
  b(a, Y), Xe();
}
ut(["input", "click", "change"]);
var Oc = /* @__PURE__ */ E('<th scope="col">and then</th>'), Rc = /* @__PURE__ */ E("<td><span> </span> <small> </small></td>"), Cc = /* @__PURE__ */ E('<tr><th scope="row"> </th><!></tr>'), Ic = /* @__PURE__ */ E('<p class="fine facts"> </p>'), Fc = /* @__PURE__ */ E('<h3> <small> </small></h3> <div class="reading"><table><caption class="hidden"> </caption><thead><tr><th scope="col">layer</th><th scope="col">says</th><!></tr></thead><tbody></tbody></table></div> <!>', 1);
function jc(a, e) {
  Ge(e, !0);
  const t = /* @__PURE__ */ S(() => e.painted.lens.view), n = /* @__PURE__ */ S(() => e.painted.words.view), s = /* @__PURE__ */ S(() => e.session.shownPlace ?? e.session.at), i = /* @__PURE__ */ S(() => r(t) ? Array.prototype.indexOf.call(r(t).arrays.positions.data, r(s)) : -1), o = /* @__PURE__ */ S(() => r(t) ? Math.min(e.session.lensLayer ?? 1 / 0, r(t).about.layers.length - 1) : 0), l = /* @__PURE__ */ S(() => {
    if (!r(t) || r(i) < 0) return [];
    const { ids: w, probs: f } = r(t).arrays, [v, F, g] = w.shape;
    return Array.from({ length: v }, (m, y) => ({
      nth: y,
      layer: r(t).about.layers[y],
      top: Array.from({ length: Math.min(3, g) }, (L, A) => {
        const H = (y * F + r(i)) * g + A;
        return {
          text: r(t).about.strings[w.data[H]],
          p: f.data[H],
          id: r(t).arrays.tokens.data[w.data[H]]
        };
      })
    })).filter(({ top: m }) => !Number.isNaN(m[0].p)).reverse();
  }), c = /* @__PURE__ */ S(() => {
    if (!r(t) || r(i) < 0) return "";
    const w = r(t).arrays.ids.shape[1], f = r(o) * w + r(i), v = [];
    r(t).arrays.entropy && v.push(`entropy ${Je(r(t).arrays.entropy.data[f])} nats`), r(t).arrays.kl && v.push(`KL to output ${Je(r(t).arrays.kl.data[f])} nats`);
    const F = r(n) ? r(n).arrays.probs.shape[1] * w : 0;
    return r(n) && r(n).arrays.probs.shape[2] === w && r(n).about.words.forEach((g, m) => {
      const y = r(n).arrays.ranks?.data[m * F + f];
      v.push(`“${g}” ${vt(r(n).arrays.probs.data[m * F + f])}${y ? `, rank ${y > 127 && r(n).about.coded ? "about " : ""}${y.toLocaleString("en")}` : ""}`);
    }), v.length ? `Layer ${r(t).about.layers[r(o)]}: ${v.join("; ")}.` : "";
  });
  var d = Ot(), h = Te(d);
  {
    var p = (w) => {
      var f = Fc(), v = Te(f), F = x(v), g = u(F), m = q(g), y = u(v, 2), L = x(y), A = x(L), H = q(A), X = u(A), C = x(X), V = u(x(C), 2);
      {
        var Y = (K) => {
          var le = Oc();
          j(() => Z(le, "colspan", r(l)[0].top.length - 1)), b(K, le);
        };
        W(V, (K) => {
          r(l)[0].top.length > 1 && K(Y);
        });
      }
      var I = u(X);
      Ae(I, 21, () => r(l), ({ nth: K, layer: le, top: ae }) => K, (K, le) => {
        let ae = () => r(le).nth, Q = () => r(le).layer, ne = () => r(le).top;
        var ge = Cc();
        let fe;
        var ce = x(ge), ye = q(ce, !0), _e = u(ce);
        Ae(_e, 17, ne, je, (J, M) => {
          let T = () => r(M).text, _ = () => r(M).p, P = () => r(M).id;
          var D = Rc();
          let ie, ue;
          var me = x(D), k = q(me, !0), $ = u(me, 2), z = q($, !0);
          j(
            (B, ee) => {
              ie = zt(D, 1, "", null, ie, { target: e.session.target?.id === P() }), ue = He(D, "", ue, { "--share": `${100 * _()}%` }), O(k, B), O(z, ee);
            },
            [() => rt(T()), () => vt(_())]
          ), b(J, D);
        }), j(() => {
          fe = zt(ge, 1, "", null, fe, { here: ae() === r(o) }), O(ye, Q());
        }), b(K, ge);
      });
      var G = u(y, 2);
      {
        var re = (K) => {
          var le = Ic(), ae = q(le, !0);
          j(() => O(ae, r(c))), b(K, le);
        };
        W(G, (K) => {
          r(c) && K(re);
        });
      }
      j(
        (K, le, ae) => {
          O(F, `${e.session.shownPlace === null ? "The focus says" : "This token says"} `), O(m, `${K ?? ""}, position ${le ?? ""}, by layer`), Z(y, "data-reading", r(s)), O(H, `Most probable tokens at position ${ae ?? ""}, layer by layer`);
        },
        [
          () => rt(e.study.label(r(s))),
          () => e.study.number(r(s)),
          () => e.study.number(r(s))
        ]
      ), b(w, f);
    };
    W(h, (w) => {
      r(l).length && w(p);
    });
  }
  b(a, d), Xe();
}
var cs = /* @__PURE__ */ E('<button type="button"> </button>'), Dc = /* @__PURE__ */ E('<div class="chips" role="group" aria-label="Which image"></div>'), Uc = /* @__PURE__ */ E('<div class="chips" role="group" aria-label="Which view"><button type="button">tiles</button> <button type="button">global view</button></div>'), Hc = /* @__PURE__ */ E('<label class="grow"> <input type="range" min="0"/></label>'), zc = /* @__PURE__ */ E('<div class="row"><!> <!> <!></div>'), Bc = /* @__PURE__ */ E('<img alt=""/>'), qc = /* @__PURE__ */ E('<div><div class="stage"><!> <div class="over" role="application" tabindex="0"><canvas></canvas></div></div></div> <div class="row tools"><div class="chips" role="group" aria-label="Tool"></div> <label class="zoom">zoom <input type="range" min="1" max="6" step="0.5" aria-label="Zoom"/></label></div>', 1), Wc = /* @__PURE__ */ E('<p class="fine">Tokens of this image stand for no place in it, so there is no map; the strip below shows them in their order.</p>'), Jc = /* @__PURE__ */ E('<p class="legend"><span> </span><span class="ramp"></span><span> </span><span class="label"> </span></p>'), Kc = /* @__PURE__ */ E('<p class="fine"> <button type="button" class="link">clear</button></p>'), Vc = /* @__PURE__ */ E('<div class="stage-box"><!> <!> <!> <p class="fine readout" role="status"> </p> <!></div>');
function pi(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7), n = Fe(e, "name", 3, "Image"), s = Fe(e, "tall", 3, "58vh"), i = /* @__PURE__ */ U(0), o = /* @__PURE__ */ U(0), l = /* @__PURE__ */ U(!1), c = /* @__PURE__ */ U(1), d = /* @__PURE__ */ U("point"), h = /* @__PURE__ */ U(void 0), p = /* @__PURE__ */ U(0), w = /* @__PURE__ */ U(0), f = /* @__PURE__ */ U([]);
  const v = /* @__PURE__ */ S(() => e.study.images[Math.min(r(i), e.study.images.length - 1)]), F = /* @__PURE__ */ S(() => r(v)?.size ?? [1, 1]), g = /* @__PURE__ */ S(() => e.study.tokens.filter((k) => k.kind === "image" && k.image === Math.min(r(i), e.study.images.length - 1))), m = /* @__PURE__ */ S(() => [...new Set(r(g).map((k) => k.frame))].filter((k) => k >= 0)), y = /* @__PURE__ */ S(() => [...new Set(r(g).map((k) => k.global))]), L = /* @__PURE__ */ S(() => r(g).filter((k) => k.box && (r(m).length ? k.frame === r(m)[Math.min(r(o), r(m).length - 1)] : r(y).length < 2 || k.global === r(l)))), A = /* @__PURE__ */ S(() => r(v) ? r(v).frames[Math.min(
    r(m).length ? Math.floor(Math.min(r(o), r(m).length - 1) / r(m).length * r(v).frames.length) : 0,
    r(v).frames.length - 1
  )] : null), H = /* @__PURE__ */ S(() => r(v) && r(A) ? r(v).frames.indexOf(r(A)) : 0), X = /* @__PURE__ */ S(() => new Map(r(L).map((k) => [k.position, k]))), C = /* @__PURE__ */ S(() => r(p) ? r(p) / r(F)[0] : 0);
  ht(() => {
    const k = t().place === null ? null : e.study.tokens[t().place];
    k?.kind === "image" && (N(i, k.image, !0), k.frame >= 0 && N(
      o,
      [
        ...new Set(e.study.tokens.filter(($) => $.image === k.image && $.frame >= 0).map(($) => $.frame))
      ].indexOf(k.frame),
      !0
    ), N(l, k.global, !0));
  });
  function V() {
    if (!r(h) || !r(C)) return;
    const k = devicePixelRatio || 1, $ = r(p) * r(F)[1] / r(F)[0];
    (r(h).width !== Math.round(r(p) * k) || r(h).height !== Math.round($ * k)) && (r(h).width = Math.round(r(p) * k), r(h).height = Math.round($ * k));
    const z = r(h).getContext("2d");
    z.setTransform(k * r(C), 0, 0, k * r(C), 0, 0), z.clearRect(0, 0, r(F)[0], r(F)[1]);
    const B = 1 / r(C);
    if (e.painting) {
      const { values: ee, texts: xe, signed: ke, high: we } = e.painting, [te, pe] = xe ? [0.5, 0] : ke ? [0.12, 0.72] : [0.42, 0.4];
      for (const { position: Se, box: de } of r(L)) {
        const be = ee[Se] ?? NaN;
        Number.isNaN(be) || (z.globalAlpha = te + pe * Math.min(1, Math.abs(be) / we), z.fillStyle = Rt(be / we, ke), z.fillRect(de[0], de[1], de[2] - de[0], de[3] - de[1]));
      }
      z.globalAlpha = 1, e.painting.texts && r(L).length <= 900 && I(z);
    } else if (r(L).length <= 4e3) {
      z.strokeStyle = "rgba(255,255,255,.28)", z.lineWidth = B;
      for (const { box: ee } of r(L)) z.strokeRect(ee[0], ee[1], ee[2] - ee[0], ee[3] - ee[1]);
    }
    for (const ee of t().selected) Y(z, ee, "#14e0c0", 2);
    t().place !== null && Y(z, t().place, "#fff", 3), t().hoverPlace !== null && Y(z, t().hoverPlace, "#ffe14d", 2), r(f).length > 1 && (z.strokeStyle = "#14e0c0", z.lineWidth = 2 * B, z.beginPath(), r(d) === "box" ? z.rect(r(f)[0][0], r(f)[0][1], r(f).at(-1)[0] - r(f)[0][0], r(f).at(-1)[1] - r(f)[0][1]) : r(f).forEach(([ee, xe], ke) => ke ? z.lineTo(ee, xe) : z.moveTo(ee, xe)), z.stroke());
  }
  function Y(k, $, z, B) {
    const ee = r(X).get($)?.box;
    if (ee)
      for (const [xe, ke] of [["#000", 2], [z, 0]])
        k.strokeStyle = xe, k.lineWidth = (B + ke) / r(C), k.strokeRect(ee[0], ee[1], ee[2] - ee[0], ee[3] - ee[1]);
  }
  function I(k) {
    k.textAlign = "center", k.textBaseline = "middle", k.fillStyle = "#fff", k.strokeStyle = "#000";
    for (const { position: $, box: z } of r(L)) {
      if (!e.painting.texts[$]) continue;
      const B = rt(e.painting.texts[$]).slice(0, 12), ee = z[2] - z[0], xe = z[3] - z[1], ke = Math.min(xe * 0.34, ee * 1.5 / Math.max(2, B.length));
      k.font = `600 ${ke}px system-ui, sans-serif`, k.lineWidth = ke / 6, k.strokeText(B, (z[0] + z[2]) / 2, (z[1] + z[3]) / 2, ee), k.fillText(B, (z[0] + z[2]) / 2, (z[1] + z[3]) / 2, ee);
    }
  }
  ht(V);
  function G(k) {
    const $ = r(h).getBoundingClientRect();
    return [
      (k.clientX - $.left) / $.width * r(F)[0],
      (k.clientY - $.top) / $.height * r(F)[1]
    ];
  }
  const re = ([k, $]) => r(L).find(({ box: z }) => k >= z[0] && k < z[2] && $ >= z[1] && $ < z[3]);
  function K(k) {
    const $ = G(k);
    if (r(f).length) {
      N(f, [...r(f), $]);
      return;
    }
    const z = re($);
    t().hoverPlace = z?.position ?? null;
  }
  function le(k) {
    r(d) === "point" || k.button || (r(h).setPointerCapture(k.pointerId), N(f, [G(k)]));
  }
  function ae(k) {
    const $ = G(k);
    if (r(d) === "point") {
      const B = re($);
      B && (k.shiftKey || k.ctrlKey || k.metaKey) ? t().toggle([B.position], "flip") : B && t().takePlace(t().place === B.position ? null : B.position);
      return;
    }
    if (!r(f).length) return;
    const z = r(L).filter(({ box: B }) => Q((B[0] + B[2]) / 2, (B[1] + B[3]) / 2, B)).map((B) => B.position);
    t().toggle(z, k.shiftKey ? "add" : "set"), N(f, []);
  }
  function Q(k, $, z) {
    const [B, ee] = [r(f)[0], r(f).at(-1)];
    if (r(d) === "box") {
      const [ke, we] = [Math.min(B[0], ee[0]), Math.max(B[0], ee[0])], [te, pe] = [Math.min(B[1], ee[1]), Math.max(B[1], ee[1])];
      return z[2] > ke && z[0] < we && z[3] > te && z[1] < pe;
    }
    if (r(d) === "brush") return r(f).some(([ke, we]) => ke >= z[0] && ke < z[2] && we >= z[1] && we < z[3]);
    let xe = !1;
    for (let ke = 0, we = r(f).length - 1; ke < r(f).length; we = ke++) {
      const [te, pe] = r(f)[ke], [Se, de] = r(f)[we];
      pe > $ != de > $ && k < (Se - te) * ($ - pe) / (de - pe) + te && (xe = !xe);
    }
    return xe;
  }
  function ne(k) {
    const $ = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1]
    }[k.key], z = t().shownPlace === null ? null : r(X).get(t().shownPlace);
    if ($) {
      k.preventDefault();
      const B = z ? ge(z, $) : r(L)[0];
      B && (t().hoverPlace = B.position);
    } else (k.key === "Enter" || k.key === " ") && t().shownPlace !== null ? (k.preventDefault(), k.shiftKey ? t().toggle([t().shownPlace], "flip") : t().takePlace(t().shownPlace)) : (k.key === "r" || k.key === "c") && z && t().toggle(r(L).filter((B) => k.key === "r" ? B.row === z.row : B.column === z.column).map((B) => B.position), "add");
  }
  function ge(k, [$, z]) {
    const B = (te) => [
      (te.box[0] + te.box[2]) / 2,
      (te.box[1] + te.box[3]) / 2
    ], [ee, xe] = B(k);
    let ke, we = 1 / 0;
    for (const te of r(L)) {
      const [pe, Se] = B(te), de = (pe - ee) * $ + (Se - xe) * z, be = Math.abs((pe - ee) * z) + Math.abs((Se - xe) * $);
      de > 0.01 && de + 3 * be < we && ([ke, we] = [te, de + 3 * be]);
    }
    return ke;
  }
  const fe = /* @__PURE__ */ S(() => {
    const k = t().shownPlace, $ = k === null ? null : e.study.tokens[k];
    if (!$) return "Point at a token, click to keep it, Esc lets go.";
    const z = e.painting?.values[k], B = $.box ? `, pixels ${$.box.map((ee) => Math.round(ee)).join(", ")}` : "";
    return `Token ${e.study.number(k)}: ${JSON.stringify(e.study.label(k))}${B}${z === void 0 || Number.isNaN(z) ? "" : ` · ${Je(z)}`}`;
  });
  ht(() => {
    e.onexport?.({
      name: "image",
      svg: () => ui(
        r(F)[0],
        r(F)[1],
        r(L).map((k) => ({
          box: k.box,
          fill: e.painting ? Rt((e.painting.values[k.position] ?? NaN) / e.painting.high, e.painting.signed) : "none",
          text: e.painting?.texts?.[k.position] ?? ""
        })),
        e.painting?.label ?? ""
      ),
      csv: () => [
        ["position", "row", "column", "x1", "y1", "x2", "y2", "value"],
        ...r(L).map((k) => [
          k.position,
          k.row,
          k.column,
          ...k.box,
          e.painting?.values[k.position] ?? ""
        ])
      ]
    });
  });
  var ce = Vc(), ye = x(ce);
  {
    var _e = (k) => {
      var $ = zc(), z = x($);
      {
        var B = (te) => {
          var pe = Dc();
          Ae(pe, 21, () => e.study.images, je, (Se, de, be) => {
            var Le = cs(), ze = q(Le);
            j(() => {
              Z(Le, "aria-pressed", r(i) === be), O(ze, `${r(de).kind === "video" ? "video" : "image"} ${be + 1}`);
            }), oe("click", Le, () => N(i, be, !0)), b(Se, Le);
          }), b(te, pe);
        };
        W(z, (te) => {
          e.study.images.length > 1 && te(B);
        });
      }
      var ee = u(z, 2);
      {
        var xe = (te) => {
          var pe = Uc(), Se = x(pe), de = u(Se, 2);
          j(() => {
            Z(Se, "aria-pressed", !r(l)), Z(de, "aria-pressed", r(l));
          }), oe("click", Se, () => N(l, !1)), oe("click", de, () => N(l, !0)), b(te, pe);
        };
        W(ee, (te) => {
          r(y).length > 1 && te(xe);
        });
      }
      var ke = u(ee, 2);
      {
        var we = (te) => {
          var pe = Hc(), Se = x(pe), de = u(Se);
          j(
            (be) => {
              O(Se, `frame ${be ?? ""} of ${r(m).length ?? ""} `), Z(de, "max", r(m).length - 1);
            },
            [() => Math.min(r(o), r(m).length - 1) + 1]
          ), St(de, () => r(o), (be) => N(o, be)), b(te, pe);
        };
        W(ke, (te) => {
          r(m).length && te(we);
        });
      }
      b(k, $);
    };
    W(ye, (k) => {
      (e.study.images.length > 1 || r(m).length || r(y).length > 1) && k(_e);
    });
  }
  var J = u(ye, 2);
  {
    var M = (k) => {
      var $ = qc(), z = Te($);
      let B;
      var ee = x(z);
      let xe;
      var ke = x(ee);
      {
        var we = (Ce) => {
          var Be = Bc();
          let at, We;
          j(
            (ct) => {
              Z(Be, "src", ct), at = zt(Be, 1, "", null, at, { dim: e.painting }), We = He(Be, "", We, {
                left: `${100 * r(A).area[0] / r(F)[0]}%`,
                top: `${100 * r(A).area[1] / r(F)[1]}%`,
                width: `${100 * (r(A).area[2] - r(A).area[0]) / r(F)[0]}%`,
                height: `${100 * (r(A).area[3] - r(A).area[1]) / r(F)[1]}%`
              });
            },
            [
              () => t().source.pictureUrl(e.study.id, Math.min(r(i), e.study.images.length - 1), r(H))
            ]
          ), Ue("load", Be, () => Oo(w)), b(Ce, Be);
        };
        W(ke, (Ce) => {
          r(A) && Ce(we);
        });
      }
      var te = u(ke, 2);
      let pe;
      var Se = x(te);
      jr(Se, (Ce) => N(h, Ce), () => r(h));
      var de = u(z, 2), be = x(de);
      Ae(be, 20, () => ["point", "box", "brush", "lasso"], je, (Ce, Be) => {
        var at = cs(), We = q(at, !0);
        j(() => {
          Z(at, "aria-pressed", r(d) === Be), O(We, Be);
        }), oe("click", at, () => N(d, Be, !0)), b(Ce, at);
      });
      var Le = u(be, 2), ze = u(x(Le));
      j(() => {
        B = zt(z, 1, "scroller", null, B, { zoomed: r(c) > 1 }), xe = He(ee, "", xe, {
          width: `${100 * r(c)}%`,
          "max-width": r(c) === 1 ? `min(100%, calc(${s()} * ${r(F)[0] / r(F)[1]}))` : "none"
        }), Z(te, "aria-label", `${n() ?? ""}: ${r(L).length ?? ""} tokens. Arrow keys move between tokens, Enter keeps one, Shift and Enter adds it to the selection, r and c add its row or column, Escape lets go.`), Z(te, "data-stage", n()), pe = He(te, "", pe, {
          "aspect-ratio": `${r(F)[0] ?? ""} / ${r(F)[1] ?? ""}`
        });
      }), oe("keydown", te, ne), oe("pointermove", Se, K), oe("pointerdown", Se, le), oe("pointerup", Se, ae), Ue("pointerleave", Se, () => t().hoverPlace = null), la(ee, "clientWidth", (Ce) => N(p, Ce)), St(ze, () => r(c), (Ce) => N(c, Ce)), b(k, $);
    }, T = (k) => {
      var $ = Wc();
      b(k, $);
    };
    W(J, (k) => {
      r(v) && r(L).length ? k(M) : e.study.images.length && k(T, 1);
    });
  }
  var _ = u(J, 2);
  {
    var P = (k) => {
      var $ = Jc(), z = x($), B = q(z, !0), ee = u(z);
      let xe;
      var ke = u(ee), we = q(ke, !0), te = u(ke), pe = q(te, !0);
      j(
        (Se, de, be) => {
          O(B, Se), xe = He(ee, "", xe, { background: de }), O(we, be), O(pe, e.painting.label);
        },
        [
          () => e.painting.signed ? `−${Je(e.painting.high)}` : "0",
          () => li(e.painting.signed),
          () => Je(e.painting.high)
        ]
      ), b(k, $);
    };
    W(_, (k) => {
      e.painting && k(P);
    });
  }
  var D = u(_, 2), ie = q(D, !0), ue = u(D, 2);
  {
    var me = (k) => {
      var $ = Kc(), z = x($), B = u(z);
      j(() => O(z, `${t().selected.size ?? ""} tokens selected `)), oe("click", B, () => t().toggle([])), b(k, $);
    };
    W(ue, (k) => {
      t().selected.size && k(me);
    });
  }
  j(() => O(ie, r(fe))), b(a, ce), Xe();
}
ut([
  "click",
  "keydown",
  "pointermove",
  "pointerdown",
  "pointerup"
]);
const Yc = 10, Gc = { words: "lens" };
class gi {
  heads;
  sources;
  lens;
  words;
  readers;
  pattern;
  session;
  asks;
  of;
  constructor(e, t) {
    this.session = e, this.of = t, this.asks = {
      heads: () => e.tabs.includes("attention") ? { focus: e.at } : null,
      lens: () => e.tabs.includes("lens") ? { top_k: 5, ...this.inFront } : null,
      sources: () => e.paint === "sources" && e.target ? {
        target: e.target.id,
        contrast: e.contrast?.id ?? null,
        focus: e.at
      } : null,
      words: () => this.followed.length && (e.tab === "lens" || e.paint === "word") ? { words: this.followed, ...this.inFront } : null,
      readers: () => e.paint === "readers" && e.place !== null ? { position: e.place } : null,
      pattern: () => e.pattern && e.tab === "attention" && e.layer !== null && e.head !== null ? { layer: e.layer, head: e.head } : null
    };
    const n = (s) => new Ea(e, () => {
      const i = t(), o = i && this.asks[s]();
      return o && !this.long(s) ? { study: i, name: s, asked: o } : null;
    });
    this.heads = n("heads"), this.lens = n("lens"), this.sources = n("sources"), this.words = n("words"), this.readers = n("readers"), this.pattern = n("pattern");
  }
  // What is wanted, takes long, and has not been agreed to: it waits, and says what it would take.
  long(e) {
    const t = this.of(), n = t && !t.answering && this.session.source.kind !== "page" && this.asks[e]();
    if (!t || !n) return null;
    const s = fi(e, n), i = t.cost(Gc[e] ?? e);
    return "vision" in n && (i.seconds *= 1 + t.costs.n_vision / (t.nLayers + 1)), i.seconds > Yc && !this.session.granted.has(`${t.id} ${s}`) && !t.has(s) ? { ...i, key: `${t.id} ${s}` } : null;
  }
  get inFront() {
    return this.session.vision && this.of()?.costs.n_vision ? { vision: !0 } : {};
  }
  // Values of a lens by position: a lens may have some positions only.
  spread(e, t) {
    const n = t.arrays.positions.data, s = new Float32Array(this.of().tokens.length + this.of().answer.length).fill(NaN);
    for (let i = 0; i < n.length; i++) s[n[i]] = e[i];
    return s;
  }
  #e = /* @__PURE__ */ S(
    // Where the tokens that are searched for stand among the most probable ones, and how probable they are there.
    () => {
      const e = this.lens.view, t = this.session.find.trim().toLocaleLowerCase();
      if (!e || !t) return null;
      const n = e.about.strings.map((f) => f.trim().toLocaleLowerCase()), s = n.includes(t), i = Uint8Array.from(n, (f) => Number(s ? f === t : f.includes(t))), { ids: o, probs: l } = e.arrays, [c, d, h] = o.shape, p = new Float32Array(c * d);
      for (let f = 0; f < o.data.length; f++) i[o.data[f]] && (p[Math.floor(f / h)] += l.data[f] || 1e-9);
      const w = Array.from(p.keys()).filter((f) => p[f] > 0).sort((f, v) => p[v] - p[f]);
      return {
        whole: s,
        sum: p,
        hits: w,
        layers: new Set(w.map((f) => Math.floor(f / d))).size
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
    const { session: e } = this, t = e.shownHead, n = this.of();
    if (!n) return null;
    const s = e.lensLayer ?? 1 / 0;
    switch (e.paint) {
      case "attention": {
        const i = this.heads.view;
        return i && t ? wr(Jt(i.arrays.weights, t.layer, t.head), n, `attention of L${t.layer}H${t.head} from ${JSON.stringify(n.label(i.about.focus))}`) : null;
      }
      case "sources": {
        const i = this.sources.view;
        return i && t ? wr(Jt(i.arrays.sources, t.layer, t.head), n, `logits that L${t.layer}H${t.head} adds from each token`, !0) : null;
      }
      case "readers": {
        const i = this.readers.view;
        return i && t ? wr(Jt(i.arrays.weights, t.layer, t.head), n, `how much each token looks at ${JSON.stringify(n.label(i.about.position))} in L${t.layer}H${t.head}`) : null;
      }
      case "word": {
        const i = this.words.view;
        if (!i) return null;
        const o = wr(this.spread(Jt(i.arrays.probs, this.word, Math.min(s, i.about.layers.length - 1)), i), n, `probability of “${i.about.words[this.word]}”, layer ${i.about.layers[Math.min(s, i.about.layers.length - 1)]}`);
        return { ...o, high: Math.max(o.high, 0.05) };
      }
      case "top": {
        const i = this.lens.view;
        if (!i) return null;
        const o = Math.min(s, i.about.layers.length - 1), l = Jt(i.arrays.ids, o), c = Jt(i.arrays.probs, o), d = i.arrays.ids.shape[2], h = i.arrays.ids.shape[1], p = new Float32Array(h), w = [];
        for (let f = 0; f < h; f++) {
          const v = i.arrays.positions.data[f];
          p[v] = c[f * d], w[v] = c[f * d] >= e.least ? i.about.strings[l[f * d]] : "";
        }
        return {
          values: p,
          texts: w,
          signed: !1,
          high: 1,
          label: `most probable word, layer ${i.about.layers[o]}`
        };
      }
      case "find": {
        const i = this.lens.view;
        if (!i || !this.found) return null;
        const o = Math.min(s, i.about.layers.length - 1), l = i.arrays.ids.shape[1];
        return wr(this.spread(this.found.sum.subarray(o * l, (o + 1) * l), i), n, `probability of “${e.find.trim()}”, layer ${i.about.layers[o]}`);
      }
      case "sweep":
        return e.sweep?.values ? wr(e.sweep.values, n, e.sweep.label, !0) : null;
    }
    return null;
  }
}
function wr(a, e, t, n = !1) {
  let s = 0, i = 0;
  for (let o = 0; o < a.length; o++) {
    const l = Math.abs(a[o]);
    l > i && (i = l), l > s && e.tokens[o]?.kind === "image" && (s = l);
  }
  return { values: a, texts: null, signed: n, high: s || i || 1, label: t };
}
var Xc = /* @__PURE__ */ E("<option></option>"), Zc = /* @__PURE__ */ E('<label class="fine">example <select><option>choose</option><!></select></label>'), Qc = /* @__PURE__ */ E('<button type="button" class="link">close</button>'), $c = /* @__PURE__ */ E('<span class="error"> </span>'), ed = /* @__PURE__ */ E('<p>answers <b class="answer" data-second-answer=""> </b> <!></p> <!> <!>', 1), td = /* @__PURE__ */ E('<p class="fine">The same question about another image, beside the first: choose one to compare and to patch from.</p>'), rd = /* @__PURE__ */ E('<section class="card" aria-label="Second image"><div class="bar"><h2>Second image</h2> <span class="grow"></span> <!> <button type="button">file</button> <input type="file" accept="image/*" class="hidden" tabindex="-1" aria-hidden="true"/> <!></div> <!></section>');
function ad(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7), n = /* @__PURE__ */ U(void 0);
  const s = new gi(t(), () => t().second), i = /* @__PURE__ */ S(() => t().second), o = /* @__PURE__ */ S(() => s.now);
  var l = rd(), c = x(l), d = u(x(c), 4);
  {
    var h = (y) => {
      var L = Zc(), A = u(x(L)), H = x(A);
      H.value = H.__value = "";
      var X = u(H);
      Ae(X, 17, () => ({ length: t().info.examples }), je, (V, Y, I) => {
        var G = Xc();
        G.textContent = I + 1;
        var re = {};
        j(
          (K) => {
            re !== (re = K) && (G.value = (G.__value = re) ?? "");
          },
          [() => String(I)]
        ), b(V, G);
      });
      var C;
      bt(A), j(
        (V) => {
          C !== (C = V) && (A.value = (A.__value = C) ?? "", Nn(A, C));
        },
        [
          () => t().secondExample === null ? "" : String(t().secondExample)
        ]
      ), oe("change", A, (V) => {
        V.currentTarget.value && t().openSecond(Number(V.currentTarget.value));
      }), b(y, L);
    };
    W(d, (y) => {
      t().info?.examples && y(h);
    });
  }
  var p = u(d, 2), w = u(p, 2);
  jr(w, (y) => N(n, y), () => r(n));
  var f = u(w, 2);
  {
    var v = (y) => {
      var L = Qc();
      oe("click", L, () => {
        t().second = null, t().secondUpload = null, t().secondExample = null;
      }), b(y, L);
    };
    W(f, (y) => {
      r(i) && y(v);
    });
  }
  var F = u(c, 2);
  {
    var g = (y) => {
      var L = ed(), A = Te(L), H = u(x(A)), X = q(H, !0), C = u(H, 2);
      {
        var V = (G) => {
          var re = $c(), K = q(re);
          j(() => O(K, `It has ${r(i).nPrompt ?? ""} tokens and the first ${t().study.nPrompt ?? ""}: patching needs images of one size.`)), b(G, re);
        };
        W(C, (G) => {
          t().study && r(i).nPrompt !== t().study.nPrompt && G(V);
        });
      }
      var Y = u(A, 2);
      pi(Y, {
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
      });
      var I = u(Y, 2);
      Ae(I, 16, () => ["lens", "words", "sources", "readers"], (G) => G, (G, re) => {
        {
          let K = /* @__PURE__ */ S(() => s.long(re));
          Or(G, {
            get session() {
              return t();
            },
            get long() {
              return r(K);
            },
            what: "The same of this image"
          });
        }
      }), j((G) => O(X, G), [
        () => r(i).answer.filter((G) => !G.ends).map((G) => rt(G.token.text)).join("")
      ]), b(y, L);
    }, m = (y) => {
      var L = td();
      b(y, L);
    };
    W(F, (y) => {
      r(i) ? y(g) : y(m, -1);
    });
  }
  oe("click", p, () => r(n)?.click()), oe("change", w, (y) => {
    const L = y.currentTarget.files?.[0];
    L && t().openSecond(L), y.currentTarget.value = "";
  }), b(a, l), Xe();
}
ut(["change", "click"]);
var nd = /* @__PURE__ */ E('<img class="picture" alt="What is patched from"/>'), sd = /* @__PURE__ */ E('<section class="card"><!> <div class="row"><!> <p class="fine grow"> </p></div> <!></section>');
function id(a, e) {
  Ge(e, !0);
  const t = new Ea(e.session, () => ({
    study: e.study,
    name: e.stored.name,
    asked: e.stored.asked
  }));
  let n = /* @__PURE__ */ U(null);
  var s = sd(), i = x(s);
  {
    let f = /* @__PURE__ */ S(() => t.view?.about.code ?? "");
    nr(i, {
      get title() {
        return e.stored.title;
      },
      get code() {
        return r(f);
      },
      get exporter() {
        return r(n);
      }
    });
  }
  var o = u(i, 2), l = x(o);
  {
    var c = (f) => {
      var v = nd();
      j(() => Z(v, "src", e.stored.picture)), b(f, v);
    };
    W(l, (f) => {
      e.stored.picture && f(c);
    });
  }
  var d = u(l, 2), h = q(d, !0), p = u(o, 2);
  {
    var w = (f) => {
      hi(f, {
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
        onexport: (v) => N(n, v)
      });
    };
    W(p, (f) => {
      t.view && f(w);
    });
  }
  j(() => {
    Z(s, "aria-label", e.stored.title), O(h, e.stored.text);
  }), b(a, s), Xe();
}
var od = /* @__PURE__ */ E('<button type="button" class="token run"> </button>'), ld = /* @__PURE__ */ E('<button type="button"> </button>'), ud = /* @__PURE__ */ E('<button type="button" class="link">fold image tokens</button>'), cd = /* @__PURE__ */ E('<p class="fine"><button type="button" class="small"> </button></p>'), dd = /* @__PURE__ */ E('<div class="strip" role="group" aria-label="Tokens of the prompt"><!> <!></div> <!>', 1);
function fd(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7), n = /* @__PURE__ */ U(!1);
  const s = /* @__PURE__ */ S(() => e.study.images.some((g) => !g.boxed)), i = /* @__PURE__ */ S(() => {
    const g = [], m = e.study.tokens.map((y) => ({
      position: y.position,
      text: y.text,
      image: y.kind === "image"
    }));
    if (!t().tabs.some((y) => y !== "lens")) return g.concat(m.filter((y) => !y.image).map(({ position: y, text: L }) => ({ position: y, text: L, count: 0 })));
    e.study.answer.slice(0, -1).forEach((y, L) => m.push({
      position: e.study.nPrompt + L,
      text: y.token.text,
      image: !1
    }));
    for (const { position: y, text: L, image: A } of m) {
      const H = g.at(-1);
      A && !r(n) && !r(s) && H && H.count > 0 && H.position + H.count === y ? H.count++ : g.push({
        position: y,
        text: L,
        count: A && !r(n) && !r(s) ? 1 : 0
      });
    }
    return g;
  }), o = 0.02, l = (g) => Math.abs(g) >= o ? {
    background: Rt(g, e.painting.signed),
    color: Ln(g, e.painting.signed)
  } : { background: null, color: null }, c = (g) => {
    if (!e.painting || e.painting.texts) return NaN;
    const { values: m } = e.painting;
    let y = 0;
    for (let L = 0; L < Math.max(1, g.count); L++) y += m[g.position + L] ?? 0;
    return g.position < m.length ? y : NaN;
  };
  var d = dd(), h = Te(d), p = x(h);
  Ae(p, 17, () => r(i), (g) => g.position, (g, m) => {
    const y = /* @__PURE__ */ S(() => c(r(m))), L = /* @__PURE__ */ S(() => Math.max(-1, Math.min(1, r(m).count ? r(y) : r(y) / (e.painting?.high ?? 1)))), A = /* @__PURE__ */ S(() => l(r(L)));
    var H = Ot(), X = Te(H);
    {
      var C = (Y) => {
        var I = od();
        let G;
        var re = q(I);
        j(
          (K) => {
            Z(I, "title", `${r(m).count ?? ""} image tokens${K ?? ""}: show each`), G = He(I, "", G, {
              background: r(A).background,
              color: r(A).color
            }), O(re, `▦ ${r(m).count ?? ""}`);
          },
          [
            () => Number.isNaN(r(y)) ? "" : `, in all ${Je(r(y))}`
          ]
        ), oe("click", I, () => N(n, !0)), b(Y, I);
      }, V = (Y) => {
        var I = ld();
        let G, re;
        var K = q(I, !0);
        j(
          (le, ae, Q, ne) => {
            G = zt(I, 1, "token", null, G, {
              focus: t().at === r(m).position,
              place: t().shownPlace === r(m).position,
              chosen: le
            }), Z(I, "title", `token ${ae ?? ""}${Q ?? ""}. Click to read it, Alt and click to make it the focus, Shift and click to select it.`), re = He(I, "", re, {
              background: r(A).background,
              color: r(A).color
            }), O(K, ne);
          },
          [
            () => t().selected.has(r(m).position),
            () => e.study.number(r(m).position),
            () => Number.isNaN(r(y)) ? "" : `: ${Je(r(y))}`,
            () => rt(r(m).text)
          ]
        ), Ue("pointerenter", I, () => t().hoverPlace = r(m).position), Ue("pointerleave", I, () => t().hoverPlace = null), oe("click", I, (le) => {
          le.altKey ? t().focus = r(m).position : le.shiftKey ? t().toggle([r(m).position], "flip") : t().takePlace(t().place === r(m).position ? null : r(m).position);
        }), b(Y, I);
      };
      W(X, (Y) => {
        r(m).count ? Y(C) : Y(V, -1);
      });
    }
    b(g, H);
  });
  var w = u(p, 2);
  {
    var f = (g) => {
      var m = ud();
      oe("click", m, () => N(n, !1)), b(g, m);
    };
    W(w, (g) => {
      r(n) && g(f);
    });
  }
  var v = u(h, 2);
  {
    var F = (g) => {
      var m = cd(), y = x(m), L = q(y);
      j((A) => O(L, `make token ${A ?? ""} the focus`), [() => e.study.number(t().place)]), oe("click", y, () => {
        t().focus = t().place;
      }), b(g, m);
    };
    W(v, (g) => {
      t().place !== null && t().place !== t().at && g(F);
    });
  }
  b(a, d), Xe();
}
ut(["click"]);
var vd = /* @__PURE__ */ E('<button type="button" class="small">save as page</button>'), hd = /* @__PURE__ */ E('<button type="button" class="small"> </button>'), pd = /* @__PURE__ */ E('<div class="message" role="alert"> <button type="button" class="link">close</button></div>'), gd = /* @__PURE__ */ E('<h1 class="hidden">Look inside a vision-language model</h1>'), _d = /* @__PURE__ */ E("<option>attention of the head</option><option>what the head adds</option><option>who looks at the token</option>", 1), md = /* @__PURE__ */ E("<option>lens: found tokens</option>"), bd = /* @__PURE__ */ E("<option>lens: a word</option><option>lens: most probable</option><!>", 1), yd = /* @__PURE__ */ E("<option>sweep</option>"), wd = /* @__PURE__ */ E('<p class="error" role="alert"> </p>'), kd = /* @__PURE__ */ E('<section class="card" aria-label="Image and tokens"><!> <select class="painted" aria-label="What is painted on the image"><option>grid only</option><!><!><!></select> <!> <!> <!> <!> <!> <!></section>'), xd = /* @__PURE__ */ E('<p class="message" role="status">All views show the changed model. <button type="button" class="link">back to the unchanged one</button></p>'), Sd = /* @__PURE__ */ E('<button type="button" role="tab" aria-controls="panel"> </button>'), Md = /* @__PURE__ */ E('<div class="tabs" role="tablist" aria-label="Views"></div>'), Ed = /* @__PURE__ */ E("<!> <!>", 1), Ad = /* @__PURE__ */ E('<!> <!> <div id="panel"><!> <!> <!> <!></div>', 1), Nd = /* @__PURE__ */ E('<section class="card empty"><h2>Ask something about an image</h2> <ol><li>Click a token of the answer: which heads wrote it?</li> <li>Click a head: where does it look?</li> <li>Click a patch: what does it say there, layer by layer?</li></ol> <p class="fine">Then change something, and see the answer change. Nothing leaves this machine.</p></section>'), Td = /* @__PURE__ */ E('<a class="skip" href="#views">Skip to the views</a> <header class="top"><p class="eyebrow">vlm_lens_native</p> <span class="grow"></span> <span class="fine busy" role="status"> </span> <!> <!></header> <!> <main class="page"><div class="side"><!> <!> <!></div> <div class="views" id="views" tabindex="-1"><!></div></main>', 1);
function Pd(a, e) {
  Ge(e, !0);
  let t = Fe(e, "session", 7);
  const n = new gi(t(), () => t().study), s = /* @__PURE__ */ S(() => t().study), i = /* @__PURE__ */ S(() => n.now);
  let o = /* @__PURE__ */ U(null), l = /* @__PURE__ */ U("");
  const c = {
    attribution: "Attribution",
    attention: "Attention",
    lens: "Lens",
    causes: "Causes"
  };
  ht(() => {
    t().write();
  }), ht(() => {
    r(l) ? document.documentElement.dataset.theme = r(l) : delete document.documentElement.dataset.theme;
  });
  function d(ce) {
    ce.key === "Escape" && t().release();
  }
  function h(ce) {
    const ye = { ArrowLeft: -1, ArrowRight: 1 }[ce.key];
    if (!ye) return;
    ce.preventDefault();
    const _e = t().tabs, J = _e[(_e.indexOf(t().tab) + ye + _e.length) % _e.length];
    t().tab = J, document.getElementById(`tab-${J}`)?.focus();
  }
  async function p() {
    r(s) && await t().during((async () => {
      const ce = r(s).answer.filter((_e) => !_e.ends).map((_e) => _e.token.text).join("").trim(), ye = await Gl(r(s), (_e, J) => t().source.pictureUrl(r(s).id, _e, J), t().asked?.question ?? "", `${r(s).model}${t().clean ? ", changed" : ""}: ${ce}`, t().tabs.filter((_e) => _e !== "causes"));
      _a("study.html", ye, "text/html");
    })());
  }
  const w = /* @__PURE__ */ S(() => t().paint === "sources" ? n.sources.view?.about.code : t().paint === "readers" ? n.readers.view?.about.code : t().paint === "word" ? n.words.view?.about.code : ["top", "find"].includes(t().paint) ? n.lens.view?.about.code : t().paint === "attention" ? n.heads.view?.about.code : r(s)?.code), f = /* @__PURE__ */ S(() => n.sources.error || n.readers.error);
  var v = Td();
  Ue("keydown", ka, d);
  var F = Te(v), g = u(F, 2), m = u(x(g), 4), y = q(m, !0), L = u(m, 2);
  {
    var A = (ce) => {
      var ye = vd();
      oe("click", ye, p), b(ce, ye);
    };
    W(L, (ce) => {
      r(s) && !r(s).answering && t().source.kind === "server" && ce(A);
    });
  }
  var H = u(L, 2);
  {
    var X = (ce) => {
      var ye = hd(), _e = q(ye);
      j(() => O(_e, `theme: ${(r(l) || "auto") ?? ""}`)), oe("click", ye, () => N(
        l,
        r(l) === "dark" ? "light" : r(l) === "light" ? "" : matchMedia("(prefers-color-scheme: dark)").matches ? "light" : "dark",
        !0
      )), b(ce, ye);
    };
    W(H, (ce) => {
      t().source.kind !== "kernel" && ce(X);
    });
  }
  var C = u(g, 2);
  {
    var V = (ce) => {
      var ye = pd(), _e = x(ye), J = u(_e);
      j(() => O(_e, `${t().message ?? ""} `)), oe("click", J, () => t().message = ""), b(ce, ye);
    };
    W(C, (ce) => {
      t().message && ce(V);
    });
  }
  var Y = u(C, 2), I = x(Y), G = x(I);
  {
    var re = (ce) => {
      var ye = gd();
      b(ce, ye);
    };
    W(G, (ce) => {
      t().title || ce(re);
    });
  }
  var K = u(G, 2);
  Jl(K, {
    get session() {
      return t();
    }
  });
  var le = u(K, 2);
  {
    var ae = (ce) => {
      var ye = kd(), _e = x(ye);
      {
        let te = /* @__PURE__ */ S(() => r(w) ?? "");
        nr(_e, {
          title: "Image",
          get code() {
            return r(te);
          },
          get exporter() {
            return r(o);
          }
        });
      }
      var J = u(_e, 2), M = x(J);
      M.value = M.__value = "none";
      var T = u(M);
      {
        var _ = (te) => {
          var pe = _d(), Se = Te(pe);
          Se.value = Se.__value = "attention";
          var de = u(Se);
          de.value = de.__value = "sources";
          var be = u(de);
          be.value = be.__value = "readers", b(te, pe);
        }, P = /* @__PURE__ */ S(() => t().tabs.includes("attention"));
        W(T, (te) => {
          r(P) && te(_);
        });
      }
      var D = u(T);
      {
        var ie = (te) => {
          var pe = bd(), Se = Te(pe);
          Se.value = Se.__value = "word";
          var de = u(Se);
          de.value = de.__value = "top";
          var be = u(de);
          {
            var Le = (Ce) => {
              var Be = md();
              Be.value = Be.__value = "find", b(Ce, Be);
            }, ze = /* @__PURE__ */ S(() => t().find.trim());
            W(be, (Ce) => {
              r(ze) && Ce(Le);
            });
          }
          b(te, pe);
        }, ue = /* @__PURE__ */ S(() => t().tabs.includes("lens"));
        W(D, (te) => {
          r(ue) && te(ie);
        });
      }
      var me = u(D);
      {
        var k = (te) => {
          var pe = yd();
          pe.value = pe.__value = "sweep", b(te, pe);
        };
        W(me, (te) => {
          t().sweep && te(k);
        });
      }
      bt(J);
      var $ = u(J, 2);
      pi($, {
        get session() {
          return t();
        },
        get study() {
          return r(s);
        },
        get painting() {
          return r(i);
        },
        onexport: (te) => N(o, te)
      });
      var z = u($, 2);
      {
        var B = (te) => {
          var pe = wd(), Se = q(pe, !0);
          j(() => O(Se, r(f))), b(te, pe);
        };
        W(z, (te) => {
          r(f) && te(B);
        });
      }
      var ee = u(z, 2);
      {
        let te = /* @__PURE__ */ S(() => n.long("sources"));
        Or(ee, {
          get session() {
            return t();
          },
          get long() {
            return r(te);
          },
          what: "What every head adds from each token"
        });
      }
      var xe = u(ee, 2);
      {
        let te = /* @__PURE__ */ S(() => n.long("readers"));
        Or(xe, {
          get session() {
            return t();
          },
          get long() {
            return r(te);
          },
          what: "Who looks at the token"
        });
      }
      var ke = u(xe, 2);
      fd(ke, {
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
      var we = u(ke, 2);
      jc(we, {
        get session() {
          return t();
        },
        get study() {
          return r(s);
        },
        get painted() {
          return n;
        }
      }), kt(J, () => t().paint, (te) => t().paint = te), b(ce, ye);
    };
    W(le, (ce) => {
      r(s) && ce(ae);
    });
  }
  var Q = u(I, 2), ne = x(Q);
  {
    var ge = (ce) => {
      var ye = Ad(), _e = Te(ye);
      {
        var J = (B) => {
          var ee = xd(), xe = u(x(ee));
          oe("click", xe, () => {
            t().study = t().clean, t().clean = null;
          }), b(B, ee);
        };
        W(_e, (B) => {
          t().clean && B(J);
        });
      }
      var M = u(_e, 2);
      {
        var T = (B) => {
          var ee = Md();
          Ae(ee, 21, () => t().tabs, je, (xe, ke) => {
            var we = Sd(), te = q(we, !0);
            j(() => {
              Z(we, "id", `tab-${r(ke) ?? ""}`), Z(we, "aria-selected", t().tab === r(ke)), Z(we, "tabindex", t().tab === r(ke) ? 0 : -1), O(te, c[r(ke)]);
            }), oe("keydown", we, h), oe("click", we, () => {
              t().tab = r(ke), r(ke) === "lens" && (t().paint === "none" || t().paint === "attention") && (t().paint = "top");
            }), b(xe, we);
          }), b(B, ee);
        };
        W(M, (B) => {
          t().tabs.length > 1 && B(T);
        });
      }
      var _ = u(M, 2), P = x(_);
      {
        var D = (B) => {
          Fu(B, {
            get session() {
              return t();
            },
            get study() {
              return r(s);
            }
          });
        };
        W(P, (B) => {
          t().tab === "attribution" && B(D);
        });
      }
      var ie = u(P, 2);
      {
        var ue = (B) => {
          Su(B, {
            get session() {
              return t();
            },
            get study() {
              return r(s);
            },
            get painted() {
              return n;
            }
          });
        };
        W(ie, (B) => {
          t().tab === "attention" && B(ue);
        });
      }
      var me = u(ie, 2);
      {
        var k = (B) => {
          Lc(B, {
            get session() {
              return t();
            },
            get study() {
              return r(s);
            },
            get painted() {
              return n;
            }
          });
        };
        W(me, (B) => {
          t().tab === "lens" && B(k);
        });
      }
      var $ = u(me, 2);
      {
        var z = (B) => {
          var ee = Ot(), xe = Te(ee);
          {
            var ke = (te) => {
              var pe = Ot(), Se = Te(pe);
              Ae(Se, 17, () => t().sweeps, (de) => de.title, (de, be) => {
                id(de, {
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
              }), b(te, pe);
            }, we = (te) => {
              var pe = Ed(), Se = Te(pe);
              ad(Se, {
                get session() {
                  return t();
                }
              });
              var de = u(Se, 2);
              vc(de, {
                get session() {
                  return t();
                },
                get study() {
                  return r(s);
                }
              }), b(te, pe);
            };
            W(xe, (te) => {
              t().sweeps.length ? te(ke) : te(we, -1);
            });
          }
          b(B, ee);
        };
        W($, (B) => {
          t().tab === "causes" && B(z);
        });
      }
      j(() => {
        Z(_, "role", t().tabs.length > 1 ? "tabpanel" : null), Z(_, "aria-labelledby", t().tabs.length > 1 ? `tab-${t().tab}` : null);
      }), b(ce, ye);
    }, fe = (ce) => {
      var ye = Nd();
      b(ce, ye);
    };
    W(ne, (ce) => {
      r(s) ? ce(ge) : t().source.kind === "server" && ce(fe, 1);
    });
  }
  j(() => O(y, t().busy ? "working…" : "")), oe("click", F, (ce) => {
    ce.preventDefault(), document.getElementById("views")?.focus();
  }), b(a, v), Xe();
}
ut(["click", "keydown"]);
var Ld = /* @__PURE__ */ Fr("<rect><title> </title></rect>"), Od = /* @__PURE__ */ E('<div class="patched"><img loading="lazy"/> <svg viewBox="0 0 1 1" preserveAspectRatio="none" role="img"></svg></div>'), Rd = /* @__PURE__ */ E('<span class="token"> </span>'), Cd = /* @__PURE__ */ E('<p class="strip"></p>'), Id = /* @__PURE__ */ E('<article class="example"><!> <p class="fine"> <br/> </p> <!></article>');
function Fd(a, e) {
  Ge(e, !0);
  const t = 12, n = /* @__PURE__ */ S(() => new Map(e.entry.at.map((v, F) => [v, e.entry.values[F]]))), s = /* @__PURE__ */ S(() => e.sample.boxes.filter(([v]) => r(n).has(v)).map(([v, F, g, m, y, L]) => ({ at: v, image: F, x1: g, y1: m, x2: y, y2: L, value: r(n).get(v) }))), i = /* @__PURE__ */ S(() => {
    const v = e.entry.at.filter((m) => e.sample.kinds[m] === "t");
    if (!v.length) return [];
    const F = Math.min(...v) - t, g = Math.max(...v) + t;
    return e.sample.tokens.map((m, y) => ({ text: m, at: y })).filter(({ at: m }) => e.sample.kinds[m] === "t" && m >= F && m <= g);
  }), o = (v) => Math.max(0, v / (e.high || 1));
  var l = Id(), c = x(l);
  Ae(c, 17, () => e.sample.pictures, je, (v, F, g) => {
    var m = Od(), y = x(m), L = u(y, 2);
    Ae(L, 21, () => r(s).filter((A) => A.image === g), (A) => A.at, (A, H) => {
      var X = Ld(), C = x(X), V = q(C, !0);
      j(
        (Y, I, G) => {
          Z(X, "x", r(H).x1), Z(X, "y", r(H).y1), Z(X, "width", r(H).x2 - r(H).x1), Z(X, "height", r(H).y2 - r(H).y1), Z(X, "fill", Y), Z(X, "fill-opacity", I), O(V, G);
        },
        [
          () => Rt(o(r(H).value), !1),
          () => 0.15 + 0.6 * o(r(H).value),
          () => Je(r(H).value)
        ]
      ), b(A, X);
    }), j(
      (A) => {
        Z(y, "src", r(F)), Z(y, "alt", `Example ${e.entry.sample ?? ""}`), Z(L, "aria-label", `${A ?? ""} patches where it is active`);
      },
      [
        () => r(s).filter((A) => A.image === g).length
      ]
    ), b(v, m);
  });
  var d = u(c, 2), h = x(d), p = u(h, 2, !0), w = u(d, 2);
  {
    var f = (v) => {
      var F = Cd();
      Ae(F, 21, () => r(i), ({ text: g, at: m }) => m, (g, m) => {
        let y = () => r(m).text, L = () => r(m).at;
        const A = /* @__PURE__ */ S(() => r(n).get(L()));
        var H = Rd();
        let X;
        var C = q(H, !0);
        j(
          (V, Y, I, G) => {
            Z(H, "title", V), X = He(H, "", X, { background: Y, color: I }), O(C, G);
          },
          [
            () => r(A) === void 0 ? void 0 : Je(r(A)),
            () => r(A) === void 0 ? null : Rt(o(r(A)), !1),
            () => r(A) === void 0 ? null : Ln(o(r(A)), !1),
            () => rt(y())
          ]
        ), b(g, H);
      }), b(v, F);
    };
    W(w, (v) => {
      r(i).length && v(f);
    });
  }
  j(
    (v) => {
      O(h, `example ${e.entry.sample ?? ""}, up to ${v ?? ""}`), O(p, e.sample.question);
    },
    [() => Je(e.entry.max)]
  ), b(a, l), Xe();
}
const ds = (a, e = er, t = er) => {
  var n = Hd(), s = x(n), i = q(s, !0), o = u(s, 2);
  Ae(o, 21, e, je, (l, c) => {
    var d = /* @__PURE__ */ S(() => Vt(r(c), 2));
    let h = () => r(d)[0], p = () => r(d)[1];
    var w = Ud(), f = x(w), v = u(f), F = q(v, !0);
    j(
      (g, m, y) => {
        Z(w, "title", `logit ${g ?? ""}`), O(f, `${m ?? ""} `), O(F, y);
      },
      [
        () => It(p()),
        () => rt(h()),
        () => It(p())
      ]
    ), b(l, w);
  }), j(() => O(i, t())), b(a, n);
};
var jd = /* @__PURE__ */ Fr("<rect><title> </title></rect>"), Dd = /* @__PURE__ */ E('<figure class="histogram"><svg viewBox="0 0 240 50" role="img" preserveAspectRatio="none"></svg> <figcaption class="fine"><span> </span><span> </span><span> </span></figcaption></figure>'), Ud = /* @__PURE__ */ E("<li> <small> </small></li>"), Hd = /* @__PURE__ */ E('<div><h3> </h3> <ul class="best"></ul></div>'), zd = /* @__PURE__ */ E('<div class="item" role="option" tabindex="-1"><b> </b><span class="fine"> </span><span class="says"> </span></div>'), Bd = /* @__PURE__ */ E('<p class="fine">No feature has this number or word.</p>'), qd = /* @__PURE__ */ E('<div class="plots"><!><!></div>'), Wd = /* @__PURE__ */ E('<tr><th scope="row"> </th><td> </td><td> </td></tr>'), Jd = /* @__PURE__ */ E('<h3>Steering <small> </small></h3> <table><thead><tr><th scope="col">token</th><th scope="col">without</th><th scope="col">with</th></tr></thead><tbody></tbody></table>', 1), Kd = /* @__PURE__ */ E('<div class="examples"></div>'), Vd = /* @__PURE__ */ E('<div class="views"><section class="card"><h2> </h2> <p class="fine"> </p> <div class="plots"><!> <!></div> <!> <!></section> <section class="card" aria-label="Top examples"><h2>Top examples</h2> <!></section></div>'), Yd = /* @__PURE__ */ E('<header class="top"><div><h1> </h1> <p class="fine"> </p></div></header> <main class="page features"><section class="card" aria-label="Features"><div class="row"><label class="grow"><span class="hidden">Number or word</span><input type="search" placeholder="number or word"/></label> <label><span class="hidden">Order</span><select><option>most often</option><option>largest</option><option>by number</option></select></label></div> <div class="list" role="listbox" tabindex="0"><div></div></div> <!></section> <!></main>', 1);
function Gd(a, e) {
  Ge(e, !0);
  const t = (_, P = er, D = er, ie = er, ue = er) => {
    const me = /* @__PURE__ */ S(() => 240 / P().length);
    var k = Dd(), $ = x(k);
    Ae($, 21, () => m(P()), je, (pe, Se, de) => {
      var be = jd(), Le = x(be), ze = q(Le, !0);
      j(
        (Ce) => {
          Z(be, "x", de * r(me)), Z(be, "y", 49 - r(Se)), Z(be, "width", Ce), Z(be, "height", r(Se)), O(ze, P()[de]);
        },
        [() => Math.max(1, r(me) - 1)]
      ), b(pe, be);
    });
    var z = u($, 2), B = x(z), ee = q(B, !0), xe = u(B), ke = q(xe, !0), we = u(xe), te = q(we, !0);
    j(() => {
      Z($, "aria-label", ue()), O(ee, D()), O(ke, ue()), O(te, ie());
    }), b(_, k);
  }, n = 46, s = 6;
  let i = /* @__PURE__ */ U("density"), o = /* @__PURE__ */ U(""), l = /* @__PURE__ */ U(0), c = /* @__PURE__ */ U(600), d = /* @__PURE__ */ U(-1), h = /* @__PURE__ */ U(null);
  const p = /* @__PURE__ */ S(() => {
    const _ = r(o).trim().toLowerCase();
    return e.data.features.filter((D) => !_ || String(D.feature) === _ || D.up.some(([ie]) => ie.toLowerCase().includes(_))).toSorted((D, ie) => r(i) === "feature" ? D.feature - ie.feature : ie[r(i)] - D[r(i)]);
  }), w = /* @__PURE__ */ S(() => Math.max(0, Math.floor(r(l) / n) - s)), f = /* @__PURE__ */ S(() => r(p).slice(r(w), r(w) + Math.ceil(r(c) / n) + 2 * s)), v = /* @__PURE__ */ S(() => r(p).find((_) => _.feature === r(d)) ?? r(p)[0]), F = (_) => _.up.slice(0, 4).map(([P]) => rt(P)).join("  ");
  async function g(_) {
    const P = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -1 / 0,
      End: 1 / 0
    }[_.key];
    if (P === void 0 || !r(p).length) return;
    _.preventDefault();
    const D = Math.min(r(p).length - 1, Math.max(0, r(p).indexOf(r(v)) + P));
    N(d, r(p)[D].feature, !0), r(h) && (D * n < r(h).scrollTop || (D + 1) * n > r(h).scrollTop + r(c)) && (r(h).scrollTop = D * n - r(c) / 2), await Qs();
  }
  const m = (_) => {
    const P = Math.max(1, ..._);
    return _.map((D) => D ? Math.max(2, 46 * Math.log1p(D) / Math.log1p(P)) : 0);
  };
  var y = Yd(), L = Te(y), A = x(L), H = x(A), X = q(H, !0), C = u(H, 2), V = q(C), Y = u(L, 2), I = x(Y), G = x(I), re = x(G), K = u(x(re)), le = u(re, 2), ae = u(x(le)), Q = x(ae);
  Q.value = Q.__value = "density";
  var ne = u(Q);
  ne.value = ne.__value = "max";
  var ge = u(ne);
  ge.value = ge.__value = "feature", bt(ae);
  var fe = u(G, 2), ce = x(fe);
  let ye;
  Ae(ce, 23, () => r(f), (_) => _.feature, (_, P, D) => {
    var ie = zd();
    let ue;
    var me = x(ie), k = q(me, !0), $ = u(me), z = q($), B = u($), ee = q(B, !0);
    j(
      (xe, ke, we) => {
        Z(ie, "id", `feature-${r(P).feature ?? ""}`), Z(ie, "aria-selected", r(P) === r(v)), Z(ie, "aria-setsize", r(p).length), Z(ie, "aria-posinset", r(w) + r(D) + 1), ue = He(ie, "", ue, {
          top: `${(r(w) + r(D)) * n}px`,
          height: "46px"
        }), O(k, r(P).feature), O(z, `${xe ?? ""} of tokens, up to ${ke ?? ""}`), O(ee, we);
      },
      [
        () => vt(r(P).density),
        () => Je(r(P).max),
        () => F(r(P))
      ]
    ), oe("click", ie, () => N(d, r(P).feature, !0)), b(_, ie);
  }), jr(fe, (_) => N(h, _), () => r(h));
  var _e = u(fe, 2);
  {
    var J = (_) => {
      var P = Bd();
      b(_, P);
    };
    W(_e, (_) => {
      r(p).length || _(J);
    });
  }
  var M = u(I, 2);
  {
    var T = (_) => {
      var P = Vd(), D = x(P), ie = x(D), ue = q(ie), me = u(ie, 2), k = q(me), $ = u(me, 2), z = x($);
      {
        let de = /* @__PURE__ */ S(() => Je(r(v).high));
        t(z, () => r(v).histogram, () => "0", () => r(de), () => "activations, log counts");
      }
      var B = u(z, 2);
      {
        var ee = (de) => {
          {
            let be = /* @__PURE__ */ S(() => Je(r(v).edges[0])), Le = /* @__PURE__ */ S(() => Je(r(v).edges.at(-1)));
            t(de, () => r(v).words, () => r(be), () => r(Le), () => "logits of all words, log counts");
          }
        };
        W(B, (de) => {
          r(v).words.length && de(ee);
        });
      }
      var xe = u($, 2);
      {
        var ke = (de) => {
          var be = qd(), Le = x(be);
          ds(Le, () => r(v).up, () => "Its direction speaks for");
          var ze = u(Le);
          ds(ze, () => r(v).down, () => "and against"), b(de, be);
        };
        W(xe, (de) => {
          r(v).up.length && de(ke);
        });
      }
      var we = u(xe, 2);
      {
        var te = (de) => {
          var be = Jd(), Le = Te(be), ze = u(x(Le)), Ce = q(ze), Be = u(Le, 2), at = u(x(Be));
          Ae(
            at,
            21,
            () => [
              ...new Map([
                ...r(v).steering.before,
                ...r(v).steering.after,
                ...r(v).steering.gained
              ].map((We) => [We[0], We])).values()
            ].toSorted((We, ct) => ct[2] - We[2]).slice(0, 6),
            ([We, ct, Me]) => We,
            (We, ct) => {
              var Me = /* @__PURE__ */ S(() => Vt(r(ct), 3));
              let Oe = () => r(Me)[0], Ie = () => r(Me)[1], Ze = () => r(Me)[2];
              var gt = Wd(), Dr = x(gt), Oa = q(Dr, !0), Ur = u(Dr);
              let ua;
              var ca = q(Ur, !0), da = u(Ur);
              let Hr;
              var Ra = q(da, !0);
              j(
                (Ca, Ia, Fa) => {
                  O(Oa, Ca), ua = He(Ur, "", ua, { "--share": `${100 * Ie()}%` }), O(ca, Ia), Hr = He(da, "", Hr, { "--share": `${100 * Ze()}%` }), O(Ra, Fa);
                },
                [
                  () => rt(Oe()),
                  () => vt(Ie()),
                  () => vt(Ze())
                ]
              ), b(We, gt);
            }
          ), j((We) => O(Ce, `its top example, ${We ?? ""} × its largest activation added at all tokens: the next token`), [() => Je(e.data.steer)]), b(de, be);
        };
        W(we, (de) => {
          r(v).steering && de(te);
        });
      }
      var pe = u(D, 2), Se = u(x(pe), 2);
      sl(Se, () => r(v).feature, (de) => {
        var be = Kd();
        Ae(be, 21, () => r(v).top, (Le) => Le.sample, (Le, ze) => {
          Fd(Le, {
            get entry() {
              return r(ze);
            },
            get sample() {
              return e.data.samples[r(ze).sample];
            },
            get high() {
              return r(v).max;
            }
          });
        }), b(de, be);
      }), j(
        (de, be) => {
          Z(D, "aria-label", `Feature ${r(v).feature ?? ""}`), O(ue, `Feature ${r(v).feature ?? ""}`), O(k, `active at ${de ?? ""} of tokens, up to ${be ?? ""}`);
        },
        [
          () => vt(r(v).density),
          () => Je(r(v).max)
        ]
      ), b(_, P);
    };
    W(M, (_) => {
      r(v) && _(T);
    });
  }
  j(
    (_, P, D, ie) => {
      O(X, e.data.title), O(V, `${_ ?? ""} of ${P ?? ""} features, over ${D ?? ""} tokens of ${ie ?? ""} examples`), Z(fe, "aria-label", `Features, ${r(p).length ?? ""}`), Z(fe, "aria-activedescendant", r(v) ? `feature-${r(v).feature}` : void 0), ye = He(ce, "", ye, {
        height: `${r(p).length * n}px`,
        position: "relative"
      });
    },
    [
      () => e.data.features.length.toLocaleString("en"),
      () => e.data.n_features.toLocaleString("en"),
      () => e.data.n_tokens.toLocaleString("en"),
      () => e.data.n_examples.toLocaleString("en")
    ]
  ), St(K, () => r(o), (_) => N(o, _)), kt(ae, () => r(i), (_) => N(i, _)), Ue("scroll", fe, () => N(l, r(h).scrollTop, !0)), oe("keydown", fe, g), la(fe, "clientHeight", (_) => N(c, _)), b(a, y), Xe();
}
ut(["keydown", "click"]);
function _i(a, e) {
  return a.classList.add("vlm"), ai(Pd, { target: a, props: { session: new pu(e) } });
}
const Wr = document.querySelector("#app[data-start]"), fs = document.getElementById("features")?.textContent;
if (Wr && fs)
  Wr.classList.add("vlm"), ai(Gd, { target: Wr, props: { data: JSON.parse(fs) } });
else if (Wr) {
  const a = document.getElementById("study")?.textContent;
  _i(Wr, a ? new du(JSON.parse(a)) : new cu());
}
const Zd = {
  render({ model: a, el: e }) {
    const t = _i(e, new fu(a));
    return () => al(t);
  }
};
export {
  Zd as default,
  _i as start
};
