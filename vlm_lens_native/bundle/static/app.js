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
const tt = 2, Ar = 4, gn = 8, es = 1 << 24, xt = 16, Nt = 32, $t = 64, Fn = 128, ea = 256, At = 512, Ye = 1024, Fe = 2048, dt = 4096, nt = 8192, Ze = 16384, Lr = 32768, Kr = 1 << 25, dr = 65536, ln = 1 << 17, Li = 1 << 18, Or = 1 << 19, Oi = 1 << 20, Rt = 1 << 25, un = 1 << 21, kr = 1 << 22, Qt = 1 << 23, Kt = /* @__PURE__ */ Symbol("$state"), ts = /* @__PURE__ */ Symbol("component"), Ri = /* @__PURE__ */ Symbol("legacy props"), Ci = /* @__PURE__ */ Symbol(""), rs = /* @__PURE__ */ Symbol("attributes"), jn = /* @__PURE__ */ Symbol("class"), Un = /* @__PURE__ */ Symbol("style"), Dn = /* @__PURE__ */ Symbol("text"), nn = /* @__PURE__ */ Symbol("form reset"), Xr = new class extends Error {
  name = "StaleReactionError";
  message = "The reaction that called `getAbortSignal()` was re-run or destroyed";
}(), Ii = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  !!globalThis.document?.contentType && /* @__PURE__ */ globalThis.document.contentType.includes("xml")
), Fi = 1, ji = 2, ns = 4, Ui = 8, Di = 16, Hi = 1, zi = 4, Bi = 8, qi = 16, as = 1, Wi = 2, ss = {}, Je = /* @__PURE__ */ Symbol("uninitialized"), Ki = "http://www.w3.org/1999/xhtml";
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
let at = null;
function Mr(n) {
  at = n;
}
function Qe(n, e = !1, t) {
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
function $e(n) {
  var e = (
    /** @type {ComponentContext} */
    at
  ), t = e.e;
  if (t !== null) {
    e.e = null;
    for (var a of t)
      As(a);
  }
  return e.i = !0, at = e.p, ta(n);
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
function We(n, e) {
  n.f = n.f & oo | e;
}
function ra(n) {
  (n.f & At) !== 0 || n.deps === null ? We(n, Ye) : We(n, dt);
}
function fs(n, e) {
  (n.f & Fe) !== 0 ? e.set(n, Fe) : (n.f & dt) !== 0 && e.get(n) !== Fe && e.set(n, dt), We(n, Ye);
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
    if ((l.f & Ze) === 0) {
      u();
      try {
        a([...o, ...d]);
      } catch (_) {
        Ot(_, l);
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
    Promise.all(t.map((d) => /* @__PURE__ */ fo(d))).then(h).catch((d) => Ot(d, l)).finally(v);
  }
  f ? f.then(() => {
    if ((l.f & Ze) !== 0) {
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
  ), e = Ne, t = at, a = (
    /** @type {Batch} */
    Ae
  );
  return function(i = !0) {
    jt(n), bt(e), Mr(t), i && (n.f & Ze) === 0 && (a?.activate(), a?.apply());
  };
}
function cn(n = !0) {
  jt(null), bt(null), Mr(null), n && Ae?.deactivate();
}
function ds() {
  var n = (
    /** @type {Effect} */
    Le
  ), e = n.b, t = (
    /** @type {Batch} */
    Ae
  ), a = !!e?.is_rendered();
  return e?.update_pending_count(1, t), t.increment(a, n), () => {
    e?.update_pending_count(-1, t), t.decrement(a, n);
  };
}
// @__NO_SIDE_EFFECTS__
function Vr(n) {
  var e = tt | Fe;
  return Le !== null && (Le.f |= Or), {
    ctx: at,
    deps: null,
    effects: null,
    equals: is,
    f: e,
    fn: n,
    reactions: null,
    rv: 0,
    v: (
      /** @type {V} */
      Je
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
    Je
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
      Ae
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
function P(n) {
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
  if (!Jt && a !== null && n.v !== Je && // if it was never evaluated before, it's guaranteed to fail downstream, so we try to execute instead
  (a.f & (Ze | nt)) !== 0)
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
  if (!n.equals(e) && (n.wv = Rs(), (!Ae?.is_fork || n.deps === null) && (Ae !== null ? (Ae.capture(n, e, !0), xr?.capture(n, e, !0)) : n.v = e, n.deps === null))) {
    We(n, Ye);
    return;
  }
  Jt || (St !== null ? (oa() || Ae?.is_fork) && St.set(n, e) : ra(n));
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
let An = null, mr = null, Ae = null, xr = null, St = null, Hn = null, Hr = !1, Mn = !1, zr = null, an = null;
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
        We(s, Fe), t(s);
      for (s of a.m)
        We(s, dt), t(s);
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
      if (!((i.f & Ze) !== 0 || (i.f & (Fe | dt)) === 0)) {
        for (var t = i, a = !1; t.parent !== null; ) {
          t = t.parent;
          var s = t.f;
          if ((s & ($t | Nt)) !== 0) {
            if ((s & Ye) === 0) {
              a = !0;
              break;
            }
            t.f ^= Ye;
          }
        }
        a || e.push(t);
      }
    return this.#s = [], e;
  }
  #p() {
    this.started = !0;
    for (const [l, u] of this.#i)
      We(l, u), this.schedule(l);
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
    if (Ae = null, a.length > 0) {
      var s = er.ensure();
      for (const l of a)
        s.schedule(l);
    }
    if (zr = null, an = null, this.#v()) {
      this.#_(t), this.#_(e);
      for (const [l, u] of this.#l)
        gs(l, u);
      a.length > 0 && /** @type {unknown} */
      Ae.#p();
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
      Ae
    );
    this.#t === 0 && (this.#s.length === 0 || o !== null) && this.#d(), o !== null && (Ct.clear(), o.#p());
  }
  /**
   * Traverse the effect tree, executing effects or stashing
   * them for later execution as appropriate
   * @param {Effect} root
   * @param {Effect[]} effects
   * @param {Effect[]} render_effects
   */
  #b(e, t, a) {
    e.f ^= Ye;
    for (var s = e.first; s !== null; ) {
      var i = s.f, o = (i & (Nt | $t)) !== 0, l = o && (i & Ye) !== 0, u = l || (i & nt) !== 0 || this.#l.has(s);
      if (!u && s.fn !== null) {
        o ? s.f ^= Ye : (i & Ar) !== 0 ? t.push(s) : $r(s) && ((i & xt) !== 0 && this.add_dirty_reaction(s, dt), Tr(s));
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
      if (s !== null && !((a.f & tt) !== 0 && (a.f & (Fe | dt)) === 0))
        for (const l of s) {
          var i = l.f;
          if ((i & tt) !== 0)
            t(
              /** @type {Derived} */
              l
            );
          else {
            var o = (
              /** @type {Effect} */
              l
            );
            i & (kr | xt) && !this.async_deriveds.has(o) && (this.#i.delete(o), We(o, Fe), this.schedule(o));
          }
        }
    };
    for (const a of this.current.keys())
      t(a);
    this.oncommit(() => e.discard()), e.#d(), Ae = this, this.#p();
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
    e.v !== Je && !this.previous.has(e) && this.previous.set(e, e.v), (e.f & Qt) === 0 && (this.current.set(e, [t, a]), St?.set(e, t)), this.is_fork || (e.v = t);
  }
  activate() {
    Ae = this;
  }
  deactivate() {
    Ae = null, St = null;
  }
  flush() {
    try {
      Mn = !0, Ae = this, this.#p();
    } finally {
      Oa = 0, Hn = null, zr = null, an = null, Mn = !1, Ae = null, St = null, Ct.clear();
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
              (m.f & (Ze | nt | ln)) === 0 && sa(m, f, l) && ((m.f & (kr | xt)) !== 0 ? (We(m, Fe), v.schedule(m)) : v.add_dirty_reaction(m, Fe));
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
    (t === Fe || this.#i.get(e) !== Fe) && this.#i.set(e, t);
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
    if (Ae === null) {
      const e = Ae = new er();
      !Mn && !Hr && Wt(() => {
        e.started || e.flush();
      });
    }
    return Ae;
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
      if (io(), Ae === null)
        return (
          /** @type {T} */
          a
        );
      Ae.flush();
    }
  } finally {
    Hr = e, xr = t;
  }
}
function go() {
  try {
    eo();
  } catch (n) {
    Ot(n, Hn);
  }
}
let Bt = null;
function Ra(n) {
  var e = n.length;
  if (e !== 0) {
    for (var t = 0; t < e; ) {
      var a = n[t++];
      if ((a.f & (Ze | nt)) === 0 && $r(a) && (Bt = /* @__PURE__ */ new Set(), Tr(a), a.deps === null && a.first === null && a.nodes === null && a.teardown === null && a.ac === null && Ns(a), Bt?.size > 0)) {
        Ct.clear();
        for (const s of Bt) {
          if ((s.f & (Ze | nt)) !== 0) continue;
          const i = [s];
          let o = s.parent;
          for (; o !== null; )
            Bt.has(o) && (Bt.delete(o), i.push(o)), o = o.parent;
          for (let l = i.length - 1; l >= 0; l--) {
            const u = i[l];
            (u.f & (Ze | nt)) === 0 && Tr(u);
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
      (i & tt) !== 0 ? _s(
        /** @type {Derived} */
        s,
        e,
        t,
        a
      ) : (i & (kr | xt)) !== 0 && (i & Fe) === 0 && sa(s, e, a) && (We(s, Fe), ia(
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
      if ((s.f & tt) !== 0 && sa(
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
  Ae.schedule(n);
}
function gs(n, e) {
  if (!((n.f & Nt) !== 0 && (n.f & Ye) !== 0)) {
    (n.f & Fe) !== 0 ? e.d.push(n) : (n.f & dt) !== 0 && e.m.push(n), We(n, Ye);
    for (var t = n.first; t !== null; )
      gs(t, e), t = t.next;
  }
}
function ms(n) {
  We(n, Ye);
  for (var e = n.first; e !== null; )
    ms(e), e = e.next;
}
let fn = /* @__PURE__ */ new Set();
const Ct = /* @__PURE__ */ new Map();
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
function M(n, e, t = !1) {
  Ne !== null && // since we are untracking the function inside `$inspect.with` we need to add this check
  // to ensure we error if state is set inside an inspect effect
  (!Et || (Ne.f & ln) !== 0) && us() && (Ne.f & (tt | xt | kr | ln)) !== 0 && (It === null || !It.has(n)) && ao();
  let a = t ? or(e) : e;
  return Nr(n, a, an);
}
var sr = null, zn = 0;
function Nr(n, e, t = null) {
  if (!n.equals(e)) {
    Jt ? Ct.set(n, e) : Ct.has(n) || Ct.set(n, n.v);
    var a = er.ensure();
    if (a.capture(n, e), (n.f & tt) !== 0) {
      const s = (
        /** @type {Derived} */
        n
      );
      (n.f & Fe) !== 0 && aa(s), St === null && ra(s);
    }
    n.wv = Rs(), sr = null, zn = 0, ys(n, Fe, t), sr = null, Le !== null && (Le.f & Ye) !== 0 && (Le.f & (Nt | $t)) === 0 && (_t === null ? Lo([n]) : _t.push(n)), !a.is_fork && fn.size > 0 && !bs && bo();
  }
  return e;
}
function bo() {
  bs = !1;
  for (const n of fn) {
    (n.f & Ye) !== 0 && We(n, dt);
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
  return M(n, t), a;
}
function Br(n) {
  M(n, n.v + 1);
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
      var o = a[i], l = o.f, u = (l & Fe) === 0;
      if (u && We(o, e), (l & ln) !== 0)
        fn.add(
          /** @type {Effect} */
          o
        );
      else if ((l & tt) !== 0) {
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
        }) : M(h, f.value, !0), !0;
      },
      deleteProperty(l, u) {
        var f = t.get(u);
        if (f === void 0) {
          if (u in l) {
            const h = o(() => /* @__PURE__ */ H(Je));
            t.set(u, h), Br(s);
          }
        } else
          M(f, Je), Br(s);
        return !0;
      },
      get(l, u, f) {
        if (u === Kt)
          return n;
        var h = t.get(u), v = u in l;
        if (h === void 0 && (!v || yr(l, u)?.writable) && (h = o(() => {
          var d = or(v ? l[u] : Je), _ = /* @__PURE__ */ H(d);
          return _;
        }), t.set(u, h)), h !== void 0) {
          var m = r(h);
          return m === Je ? void 0 : m;
        }
        return Reflect.get(l, u, f);
      },
      getOwnPropertyDescriptor(l, u) {
        this.has?.(l, u);
        var f = Reflect.getOwnPropertyDescriptor(l, u), h = t.get(u);
        if (h !== void 0) {
          var v = r(h);
          if (v === Je)
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
        var f = t.get(u), h = f !== void 0 && f.v !== Je || Reflect.has(l, u);
        if (f !== void 0 || (Le !== null || Ne !== null) && (!h || yr(l, u)?.writable)) {
          f === void 0 && (f = o(() => {
            var m = h ? or(l[u]) : Je, d = /* @__PURE__ */ H(m);
            return d;
          }), t.set(u, f));
          var v = r(f);
          if (v === Je)
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
            _ !== void 0 ? M(_, Je) : d in l && (_ = o(() => /* @__PURE__ */ H(Je)), t.set(d + "", _));
          }
        if (v === void 0)
          (!m || yr(l, u)?.writable) && (v = o(() => /* @__PURE__ */ H(void 0)), M(v, or(f)), t.set(u, v));
        else {
          m = v.v !== Je;
          var w = o(() => or(f));
          M(v, w);
        }
        var p = Reflect.getOwnPropertyDescriptor(l, u);
        if (p?.set && p.set.call(h, f), !m) {
          if (a && typeof u == "string") {
            var A = (
              /** @type {Source<number>} */
              t.get("length")
            ), b = Number(u);
            Number.isInteger(b) && b >= A.v && M(A, b + 1);
          }
          Br(s);
        }
        return !0;
      },
      ownKeys(l) {
        r(s);
        var u = Reflect.ownKeys(l).filter((v) => {
          var m = t.get(v);
          return m === void 0 || m.v !== Je;
        });
        for (var [f, h] of t)
          h.v !== Je && !(f in l) && u.push(f);
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
function Lt(n) {
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
  return /* @__PURE__ */ Lt(n);
}
function Pe(n, e = !1) {
  {
    var t = /* @__PURE__ */ Lt(n);
    return t instanceof Comment && t.data === "" ? /* @__PURE__ */ Zr(t) : t;
  }
}
function G(n, e = !1) {
  return /* @__PURE__ */ Lt(n);
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
  Ot(n, e);
}
function Ot(n, e) {
  if (n === ss)
    throw n;
  if (!(e !== null && (e.f & Ze) !== 0)) {
    for (; e !== null; ) {
      if ((e.f & Fn) !== 0 && (e.f & (Ze | Kr)) === 0) {
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
  t !== null && (t.f & nt) !== 0 && (n |= nt);
  var a = {
    ctx: at,
    deps: null,
    nodes: null,
    f: n | Fe | At,
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
  Ae?.register_created_effect(a);
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
  if (s !== null && (s.parent = t, t !== null && Ao(s, t), Ne !== null && (Ne.f & tt) !== 0 && (n & $t) === 0)) {
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
  return We(e, Ye), e.teardown = n, e;
}
function ot(n) {
  Eo();
  var e = (
    /** @type {Effect} */
    Le.f
  ), t = !Ne && (e & Nt) !== 0 && at !== null && !at.i;
  if (t) {
    var a = (
      /** @type {ComponentContext} */
      at
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
function j(n, e = [], t = [], a = []) {
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
  return Yt(Nt | Or, n);
}
function Ms(n) {
  var e = n.teardown;
  if (e !== null) {
    const t = Jt, a = Ne;
    Ia(!0), bt(null);
    try {
      e.call(null);
    } catch (s) {
      Ot(s, n.parent);
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
    (e.f & Nt) === 0 && lt(e), e = t;
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
  Ms(n), n.f ^= Kr, n.f |= Ze;
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
  if ((n.f & nt) === 0) {
    n.f ^= nt;
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
        (s.f & Nt) !== 0 && (n.f & xt) !== 0;
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
  if ((n.f & ea) === 0 && (n.f & nt) !== 0) {
    n.f ^= nt, (n.f & Ye) === 0 && (We(n, Fe), er.ensure().schedule(n));
    for (var t = n.first; t !== null; ) {
      var a = t.next, s = (t.f & dr) !== 0 || (t.f & Nt) !== 0;
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
let It = null;
function Ls(n) {
  Ne !== null && ((Ne.f & un) !== 0 || (Ne.f & tt) !== 0) && (It ??= /* @__PURE__ */ new Set()).add(n);
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
  if ((e & Fe) !== 0)
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
    St === null && We(n, Ye);
  }
  return !1;
}
function Cs(n, e, t = !0) {
  var a = n.reactions;
  if (a !== null && !(It !== null && It.has(n)))
    for (var s = 0; s < a.length; s++) {
      var i = a[s];
      (i.f & tt) !== 0 ? Cs(
        /** @type {Derived} */
        i,
        e,
        !1
      ) : e === i && (t ? We(i, Fe) : (i.f & Ye) !== 0 && We(i, dt), ia(
        /** @type {Effect} */
        i
      ));
    }
}
function Is(n) {
  var e = it, t = ft, a = _t, s = Ne, i = It, o = at, l = Et, u = fr, f = n.f;
  it = /** @type {null | Value[]} */
  null, ft = 0, _t = null, Ne = (f & (Nt | $t)) === 0 ? n : null, It = null, Mr(n.ctx), Et = !1, fr = ++lr, n.ac !== null && (Rr(() => {
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
    if (us() && _t !== null && !Et && m !== null && (n.f & (tt | dt | Fe)) === 0)
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
    n.f ^= un, it = e, ft = t, _t = a, Ne = s, It = i, Mr(o), Et = l, fr = u;
  }
}
function ja(n) {
  var e = n.deps, t = Ae?.is_fork;
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
  if (t === null && (e.f & tt) !== 0 && // Destroying a child effect while updating a parent effect can cause a dependency to appear
  // to be unused, when in fact it is used by the currently-updating parent. Checking `new_deps`
  // allows us to skip the expensive work of disconnecting and immediately reconnecting it
  (it === null || !Wr.call(it, e))) {
    var i = (
      /** @type {Derived} */
      e
    );
    (i.f & At) !== 0 && (i.f ^= At), i.v !== Je && ra(i), i.ac !== null && Rr(() => {
      i.ac.abort(Xr), i.ac = null, We(i, Fe);
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
  if ((e & Ze) === 0) {
    We(n, Ye);
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
  var e = n.f, t = (e & tt) !== 0;
  if (Ne !== null && !Et) {
    var a = Le !== null && (Le.f & Ze) !== 0;
    if (!a && (It === null || !It.has(n))) {
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
  if (Jt && Ct.has(n))
    return Ct.get(n);
  if (t) {
    var o = (
      /** @type {Derived} */
      n
    );
    if (Jt) {
      var l = o.v;
      return ((o.f & Ye) === 0 && o.reactions !== null || js(o)) && (l = aa(o)), Ct.set(o, l), l;
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
      e === null ? t.reactions = [n] : Wr.call(e, n) || e.push(n), (t.f & tt) !== 0 && (t.f & At) === 0 && (ps(
        /** @type {Derived} */
        t
      ), Fs(
        /** @type {Derived} */
        t
      ));
    }
}
function js(n) {
  if (n.v === Je) return !0;
  if (n.deps === null) return !1;
  for (const e of n.deps)
    if (Ct.has(e) || (e.f & tt) !== 0 && js(
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
function Ie(n, e, t, a, s) {
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
function x(n, e) {
  var t = (e & as) !== 0, a = (e & Wi) !== 0, s, i = !n.startsWith("<!>");
  return () => {
    s === void 0 && (s = Ds(i ? n : "<!>" + n), t || (s = /** @type {TemplateNode} */
    /* @__PURE__ */ Lt(s)));
    var o = (
      /** @type {TemplateNode} */
      a || ks ? document.importNode(s, !0) : s.cloneNode(!0)
    );
    if (t) {
      var l = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ Lt(o)
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
        /* @__PURE__ */ Lt(l)
      );
      if (s)
        for (o = document.createDocumentFragment(); /* @__PURE__ */ Lt(u); )
          o.appendChild(
            /** @type {TemplateNode} */
            /* @__PURE__ */ Lt(u)
          );
      else
        o = /** @type {Element} */
        /* @__PURE__ */ Lt(u);
    }
    var f = (
      /** @type {TemplateNode} */
      o.cloneNode(!0)
    );
    if (s) {
      var h = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ Lt(f)
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
          Ot(o, this.#a && this.#a.parent);
        }
    } };
  }
  #f() {
    return (this.#a.f & (Ze | Kr)) !== 0;
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
              Ot(o, this.#a.parent);
            }
            return null;
          }
        }), this.#s === null) {
          this.#l = null, s && this.#d(
            /** @type {Batch} */
            Ae
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
          Ae
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
          Ae
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
    var t = Le, a = Ne, s = at;
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
    Ae?.is_fork ? (this.#s && Ae.skip_effect(this.#s), this.#o && Ae.skip_effect(this.#o), this.#i && Ae.skip_effect(this.#i), Ae.oncommit(() => {
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
          return Ot(
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
          Ot(i, this.#a && this.#a.parent);
          return;
        }
        s !== null && typeof s == "object" && typeof /** @type {any} */
        s.then == "function" ? s.then(
          a,
          /** @param {unknown} e */
          (i) => Ot(i, this.#a && this.#a.parent)
        ) : a(s);
      }
    });
  }
}
function F(n, e) {
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
        Qe({});
        var _ = (
          /** @type {ComponentContext} */
          at
        );
        i && (_.c = i), s && (a.$$events = s), u = n(d, a) || ta(), $e();
      },
      l
    );
    var v = /* @__PURE__ */ new Set(), m = (d) => {
      for (var _ = 0; _ < d.length; _++) {
        var w = d[_];
        if (!v.has(w)) {
          v.add(w);
          var p = Fo(w);
          for (const N of [e, document]) {
            var A = tn.get(N);
            A === void 0 && (A = /* @__PURE__ */ new Map(), tn.set(N, A));
            var b = A.get(w);
            b === void 0 ? (N.addEventListener(w, Wn, { passive: p }), A.set(w, 1)) : A.set(w, b + 1);
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
      Ae
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
      i.f |= Rt;
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
    if ((A.effect.f & Ze) === 0) {
      A.pending.delete(b);
      var N = r(v);
      A.fallback = h, Go(A, N, o, e, a), h !== null && (N.length === 0 ? (h.f & Rt) === 0 ? hn(h) : (h.f ^= Rt, Dr(h, null, o)) : cr(h, () => {
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
    ), N = b.length, C = /* @__PURE__ */ new Set(), Y = (
      /** @type {Batch} */
      Ae
    ), B = Es(), S = 0; S < N; S += 1) {
      var L = b[S], V = a(L, S), U = d ? null : l.get(V);
      U ? (U.v && Nr(U.v, L), U.i && Nr(U.i, S), B && Y.unskip_effect(U.e)) : (U = Xo(
        l,
        d ? o : Ua ??= Vt(),
        L,
        V,
        S,
        s,
        e,
        t
      ), d || (U.e.f |= Rt), l.set(V, U)), C.add(V);
    }
    if (N === 0 && i && !h && (d ? h = mt(() => i(o)) : (h = mt(() => i(Ua ??= Vt())), h.f |= Rt)), N > C.size && Xi(), !d)
      if (m.set(Y, C), B) {
        for (const [$, Z] of l)
          C.has($) || Y.skip_effect(Z.e);
        Y.oncommit(_), Y.ondiscard(w);
      } else
        _(Y);
    r(v);
  }), A = { effect: p, items: l, pending: m, outrogroups: null, fallback: h };
  d = !1;
}
function Ir(n) {
  for (; n !== null && (n.f & Nt) === 0; )
    n = n.next;
  return n;
}
function Go(n, e, t, a, s) {
  var i = (a & Ui) !== 0, o = e.length, l = n.items, u = Ir(n.effect.first), f, h = null, v, m = [], d = [], _, w, p, A;
  if (i)
    for (A = 0; A < o; A += 1)
      _ = e[A], w = s(_, A), p = /** @type {EachItem} */
      l.get(w).e, (p.f & Rt) === 0 && (p.nodes?.a?.measure(), (v ??= /* @__PURE__ */ new Set()).add(p));
  for (A = 0; A < o; A += 1) {
    if (_ = e[A], w = s(_, A), p = /** @type {EachItem} */
    l.get(w).e, n.outrogroups !== null)
      for (const U of n.outrogroups)
        U.pending.delete(p), U.done.delete(p);
    if ((p.f & nt) !== 0 && (hn(p), i && (p.nodes?.a?.unfix(), (v ??= /* @__PURE__ */ new Set()).delete(p))), (p.f & Rt) !== 0)
      if (p.f ^= Rt, p === u)
        Dr(p, null, t);
      else {
        var b = h ? h.next : u;
        p === n.effect.last && (n.effect.last = p.prev), p.prev && (p.prev.next = p.next), p.next && (p.next.prev = p.prev), Xt(n, h, p), Xt(n, p, b), Dr(p, b, t), h = p, m = [], d = [], u = Ir(h.next);
        continue;
      }
    if (p !== u) {
      if (f !== void 0 && f.has(p)) {
        if (m.length < d.length) {
          var N = d[0], C;
          h = N.prev;
          var Y = m[0], B = m[m.length - 1];
          for (C = 0; C < m.length; C += 1)
            Dr(m[C], N, t);
          for (C = 0; C < d.length; C += 1)
            f.delete(d[C]);
          Xt(n, Y.prev, B.next), Xt(n, h, Y), Xt(n, B, N), u = N, h = B, A -= 1, m = [], d = [];
        } else
          f.delete(p), Dr(p, u, t), Xt(n, p.prev, p.next), Xt(n, p, h === null ? n.effect.first : h.next), Xt(n, h, p), h = p;
        continue;
      }
      for (m = [], d = []; u !== null && u !== p; )
        (f ??= /* @__PURE__ */ new Set()).add(u), d.push(u), u = Ir(u.next);
      if (u === null)
        continue;
    }
    (p.f & Rt) === 0 && m.push(p), h = p, u = Ir(p.next);
  }
  if (n.outrogroups !== null) {
    for (const U of n.outrogroups)
      U.pending.size === 0 && (Jn(n, _n(U.done)), n.outrogroups?.delete(U));
    n.outrogroups.size === 0 && (n.outrogroups = null);
  }
  if (u !== null || f !== void 0) {
    var S = [];
    if (f !== void 0)
      for (p of f)
        (p.f & nt) === 0 && S.push(p);
    for (; u !== null; )
      (u.f & nt) === 0 && u !== n.fallback && S.push(u), u = Ir(u.next);
    var L = S.length;
    if (L > 0) {
      var V = (a & ns) !== 0 && o === 0 ? t : null;
      if (i) {
        for (A = 0; A < L; A += 1)
          S[A].nodes?.a?.measure();
        for (A = 0; A < L; A += 1)
          S[A].nodes?.a?.fix();
      }
      Yo(n, S, V);
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
    for (var a = n.nodes.start, s = n.nodes.end, i = e && (e.f & Rt) === 0 ? (
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
function Ft(n, e, t, a, s, i) {
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
function Ve(n, e, t, a) {
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
    t(l), n.__value = l, Ae !== null && a.add(Ae);
  }), mn(() => {
    var i = e();
    if (n === document.activeElement) {
      var o = (
        /** @type {Batch} */
        Ae
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
    if (i = Ln(n) ? On(i) : i, t(i), Ae !== null && a.add(Ae), await Ro(), i !== (i = e())) {
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
  yt(e) == null && n.value && (t(Ln(n) ? On(n.value) : n.value), Ae !== null && a.add(Ae)), Qr(() => {
    var s = e();
    if (n === document.activeElement) {
      var i = (
        /** @type {Batch} */
        Ae
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
    at.r
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
function je(n, e, t, a) {
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
    v = yr(n, e)?.set ?? (m && e in n ? (C) => n[e] = C : void 0);
  }
  var d, _ = !1;
  i ? [d, _] = cl(() => (
    /** @type {V} */
    n[e]
  )) : d = /** @type {V} */
  n[e], d === void 0 && a !== void 0 && (d = h(), v && (to(), v(d)));
  var w;
  if (w = () => {
    var C = (
      /** @type {V} */
      n[e]
    );
    return C === void 0 ? h() : (u = !0, C);
  }, (t & zi) === 0)
    return w;
  if (v) {
    var p = n.$$legacy;
    return (
      /** @type {() => V} */
      (function(C, Y) {
        return arguments.length > 0 ? ((!Y || p || _) && v(Y ? w() : C), C) : w();
      })
    );
  }
  var A = !1, b = ((t & Hi) !== 0 ? Vr : hs)(() => (A = !1, w()));
  i && r(b);
  var N = (
    /** @type {Effect} */
    Le
  );
  return (
    /** @type {() => V} */
    (function(C, Y) {
      if (arguments.length > 0) {
        const B = Y ? r(b) : i ? or(C) : C;
        return M(b, B), A = !0, l !== void 0 && (l = B), C;
      }
      return Jt && A || (N.f & Ze) !== 0 ? b.v : r(b);
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
const Gn = (n, e) => e ? Math.abs(n) > 0.55 ? "#fff" : "#111" : n > 0.62 ? "#111" : "#fff", pl = (n) => `linear-gradient(90deg, ${(n ? [...Er(qs, 9).reverse(), ...Er(Ws, 9)] : Er(Bs, 17)).join(",")})`, ur = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"], Dt = (n) => n >= 0.9995 ? "100%" : n >= 0.1 ? `${(100 * n).toFixed(0)}%` : n >= 5e-4 ? `${(100 * n).toFixed(n >= 0.01 ? 1 : 2)}%` : "<0.1%", Mt = (n) => Number.isNaN(n) ? "–" : Math.abs(n) >= 100 ? n.toFixed(0) : Math.abs(n) >= 1 ? n.toFixed(2) : n.toFixed(3), Zt = (n) => (n > 0 ? "+" : n < 0 ? "−" : "") + Mt(Math.abs(n)), Xn = (n) => n < 1 ? "less than a second" : n < 100 ? `${n.toFixed(0)} s` : n < 6e3 ? `${(n / 60).toFixed(0)} min` : `${(n / 3600).toFixed(1)} h`, _l = (n) => n < 1e6 ? `${Math.ceil(n / 1e3)} kB` : n < 1e9 ? `${(n / 1e6).toFixed(0)} MB` : `${(n / 1e9).toFixed(1)} GB`, ut = (n) => n.replace(/\n/g, "⏎").replace(/\t/g, "⇥").replace(/^ | $/g, "·") || "∅";
var gl = /* @__PURE__ */ x("<option> </option>"), ml = /* @__PURE__ */ x('<div class="chips" role="group" aria-label="Examples"><button type="button" aria-label="Previous example">‹</button> <button type="button"> </button> <button type="button" aria-label="Next example">›</button></div>'), bl = /* @__PURE__ */ x('<figure><img/><button type="button">×</button></figure>'), yl = /* @__PURE__ */ x('<p class="turn"><b> </b> </p>'), wl = /* @__PURE__ */ x('<button type="button">stop</button>'), kl = /* @__PURE__ */ x('<button type="button" class="link">new chat</button>'), xl = /* @__PURE__ */ x('<div class="form"><label class="wide">system prompt <input/></label> <label class="wide">the answer begins with <input/></label> <label>temperature <input type="number" min="0" step="0.1"/></label> <label>most tokens <input type="number" min="1" max="1024"/></label></div>'), Sl = /* @__PURE__ */ x('<div class="row"><label>model <select></select></label> <!></div> <div class="thumbs"><!> <button type="button" class="add">+ image<small>or drop, or paste</small></button> <input type="file" multiple="" class="hidden" tabindex="-1" aria-hidden="true"/></div> <!> <form><label class="hidden" for="question">Question</label> <textarea id="question" rows="2" placeholder="Ask something"></textarea> <div class="row"><button type="submit" class="primary">Ask</button> <!> <button type="button" class="link">more</button> <!></div> <!></form>', 1), El = /* @__PURE__ */ x('<p class="fine"> </p>'), Al = /* @__PURE__ */ x("<h2> </h2> <!>", 1), Ml = /* @__PURE__ */ x('<p class="fine" data-edited=""> </p>'), Nl = /* @__PURE__ */ x('<span class="hidden"> </span>'), Tl = /* @__PURE__ */ x('<button type="button"> <!></button>'), Pl = /* @__PURE__ */ x('<span class="fine"> </span>'), Ll = /* @__PURE__ */ x('<button type="button" class="link">go on</button>'), Ol = /* @__PURE__ */ x('<button type="button"><span> </span><small> </small></button>'), Rl = /* @__PURE__ */ x('<div class="next" role="group" aria-label="Next-token probabilities; choose one to explain"></div>'), Cl = /* @__PURE__ */ x('<div class="said" aria-live="polite"><div class="answer-tokens" role="group" aria-label="Answer: choose a token to explain"></div> <!> <!></div> <!>', 1), Il = /* @__PURE__ */ x('<section aria-label="Ask"><!> <!> <!></section>');
function Fl(n, e) {
  Qe(e, !0);
  let t = je(e, "session", 7), a = /* @__PURE__ */ H(!1), s = /* @__PURE__ */ H(!1), i = /* @__PURE__ */ H(void 0);
  const o = /* @__PURE__ */ P(() => t().study?.answer.find((b) => b.position === t().at && b.token.id === t().target?.id) ?? t().study?.answer.find((b) => b.position === t().at));
  function l(b) {
    b.preventDefault(), M(s, !1);
    const N = [...b.dataTransfer?.files ?? []];
    N.length && t().addFiles(N);
  }
  function u(b) {
    const N = [...b.clipboardData?.files ?? []];
    N.length && t().addFiles(N);
  }
  var f = Il();
  Ie("paste", dn, u);
  let h;
  var v = E(f);
  {
    var m = (b) => {
      var N = Sl(), C = Pe(N), Y = E(C), B = c(E(Y));
      Te(B, 21, () => t().models, Ce, (y, O) => {
        var J = gl(), X = G(J), le = {};
        j(() => {
          F(X, `${r(O).name ?? ""}${r(O).loaded ? "" : " (is loaded when asked)"}`), le !== (le = r(O).name) && (J.value = (J.__value = le) ?? "");
        }), g(y, J);
      }), gt(B);
      var S = c(Y, 2);
      {
        var L = (y) => {
          var O = ml(), J = E(O), X = c(J, 2), le = G(X), be = c(X, 2);
          j(() => {
            J.disabled = !t().example, F(le, `example ${(t().example ?? 0) + 1} of ${t().info.examples ?? ""}`), be.disabled = t().example !== null && t().example >= t().info.examples - 1;
          }), ne("click", J, () => t().takeExample(t().example - 1)), ne("click", X, () => t().takeExample(t().example ?? 0)), ne("click", be, () => t().takeExample((t().example ?? -1) + 1)), g(y, O);
        };
        K(S, (y) => {
          t().info?.examples && y(L);
        });
      }
      var V = c(C, 2), U = E(V);
      Te(U, 19, () => t().uploads, (y, O) => y.id + O, (y, O, J) => {
        var X = bl(), le = E(X), be = c(le);
        j(
          (ke) => {
            oe(le, "src", ke), oe(le, "alt", `Image ${r(J) + 1}, ${r(O).width ?? ""} x ${r(O).height ?? ""}${r(O).frames ? `, ${r(O).frames.length} frames` : ""}`), oe(be, "aria-label", `Remove image ${r(J) + 1}`);
          },
          [() => t().source.imageUrl(r(O).id)]
        ), ne("click", be, () => {
          t().uploads = t().uploads.filter((ke, xe) => xe !== r(J)), t().example = null;
        }), g(y, X);
      });
      var $ = c(U, 2), Z = c($, 2);
      en(Z, (y) => M(i, y), () => r(i));
      var ae = c(V, 2);
      Te(ae, 17, () => t().earlier, Ce, (y, O) => {
        var J = yl(), X = E(J), le = G(X, !0), be = c(X);
        j(
          (ke) => {
            F(le, r(O).role), F(be, ` ${ke ?? ""}`);
          },
          [
            () => r(O).content.map((ke) => ke.type === "text" ? ke.text : `[${ke.type}]`).join(" ")
          ]
        ), g(y, J);
      });
      var se = c(ae, 2), re = c(E(se), 2), q = c(re, 2), I = c(E(q), 2);
      {
        var z = (y) => {
          var O = wl();
          ne("click", O, () => t().halt()), g(y, O);
        };
        K(I, (y) => {
          t().study?.answering && y(z);
        });
      }
      var pe = c(I, 2), ie = c(pe, 2);
      {
        var ve = (y) => {
          var O = kl();
          ne("click", O, () => {
            t().earlier = [];
          }), g(y, O);
        };
        K(ie, (y) => {
          t().earlier.length && y(ve);
        });
      }
      var fe = c(q, 2);
      {
        var R = (y) => {
          var O = xl(), J = E(O), X = c(E(J)), le = c(J, 2), be = c(E(le)), ke = c(le, 2), xe = c(E(ke)), k = c(ke, 2), ee = c(E(k));
          kt(X, () => t().system, (D) => t().system = D), kt(be, () => t().prefill, (D) => t().prefill = D), kt(xe, () => t().temperature, (D) => t().temperature = D), kt(ee, () => t().maxNew, (D) => t().maxNew = D), g(y, O);
        };
        K(fe, (y) => {
          r(a) && y(R);
        });
      }
      j(() => {
        oe(Z, "accept", `image/*${t().info?.video ? ",video/*" : ""}`), oe(pe, "aria-expanded", r(a));
      }), ne("change", B, () => {
        t().example = null, t().truth = null, t().info?.examples && t().takeExample(0, !1);
      }), wt(B, () => t().model, (y) => t().model = y), ne("click", $, () => r(i)?.click()), ne("change", Z, (y) => {
        t().addFiles(y.currentTarget.files ?? []), y.currentTarget.value = "";
      }), Ie("submit", se, (y) => {
        y.preventDefault(), t().ask();
      }), ne("keydown", re, (y) => {
        y.key === "Enter" && !y.shiftKey && (y.preventDefault(), t().ask());
      }), kt(re, () => t().question, (y) => t().question = y), ne("click", pe, () => M(a, !r(a))), g(b, N);
    }, d = (b) => {
      var N = Al(), C = Pe(N), Y = G(C, !0), B = c(C, 2);
      {
        var S = (L) => {
          var V = El(), U = G(V, !0);
          j(() => F(U, t().text)), g(L, V);
        };
        K(B, (L) => {
          t().text && L(S);
        });
      }
      j(() => F(Y, t().title)), g(b, N);
    };
    K(v, (b) => {
      t().source.kind === "server" ? b(m) : t().title && b(d, 1);
    });
  }
  var _ = c(v, 2);
  {
    var w = (b) => {
      var N = Ml(), C = G(N);
      j(() => F(C, `The answer and the views are still those of “${t().asked?.question ?? ""}” (${t().asked?.model ?? ""}).`)), g(b, N);
    };
    K(_, (b) => {
      t().edited && b(w);
    });
  }
  var p = c(_, 2);
  {
    var A = (b) => {
      var N = Cl(), C = Pe(N), Y = E(C);
      Te(Y, 21, () => t().study.answer, Ce, (Z, ae) => {
        var se = Tl();
        let re;
        var q = E(se), I = c(q);
        {
          var z = (pe) => {
            var ie = Nl(), ve = G(ie);
            j(() => F(ve, `end of the answer (${r(ae).token.text ?? ""})`)), g(pe, ie);
          };
          K(I, (pe) => {
            r(ae).ends && pe(z);
          });
        }
        j(
          (pe) => {
            re = Ft(se, 1, "answer-token", null, re, { ends: r(ae).ends }), oe(se, "aria-pressed", t().at === r(ae).position && t().target?.id === r(ae).token.id), oe(se, "title", `chosen after token ${r(ae).position ?? ""}`), F(q, pe);
          },
          [() => r(ae).ends ? "■" : ut(r(ae).token.text)]
        ), ne("click", se, () => t().lookAt(r(ae))), g(Z, se);
      });
      var B = c(Y, 2);
      {
        var S = (Z) => {
          var ae = Pl(), se = G(ae, !0);
          j((re) => F(se, re), [
            () => t().study.answer.filter((re) => !re.ends).map((re) => re.token.text).join("").trim() === t().asked.truth ? "right" : `the truth is ${t().asked.truth}`
          ]), g(Z, ae);
        };
        K(B, (Z) => {
          t().asked && t().asked.truth !== null && Z(S);
        });
      }
      var L = c(B, 2);
      {
        var V = (Z) => {
          var ae = Ll();
          ne("click", ae, () => {
            t().goOn(), document.getElementById("question")?.focus();
          }), g(Z, ae);
        };
        K(L, (Z) => {
          t().source.kind === "server" && !t().study.answering && Z(V);
        });
      }
      var U = c(C, 2);
      {
        var $ = (Z) => {
          var ae = Rl();
          Te(ae, 21, () => r(o).top.slice(0, 5), (se) => se.id, (se, re) => {
            var q = Ol();
            let I;
            var z = E(q), pe = G(z, !0), ie = c(z), ve = G(ie, !0);
            j(
              (fe, R) => {
                oe(q, "aria-pressed", t().target?.id === r(re).id), I = Ve(q, "", I, { "--share": `${100 * r(re).p}%` }), F(pe, fe), F(ve, R);
              },
              [() => ut(r(re).text), () => Dt(r(re).p)]
            ), ne("click", q, () => t().target = { id: r(re).id, text: r(re).text }), g(se, q);
          }), g(Z, ae);
        };
        K(U, (Z) => {
          r(o) && Z($);
        });
      }
      g(b, N);
    };
    K(p, (b) => {
      t().study?.answer.length && b(A);
    });
  }
  j(() => h = Ft(f, 1, "card ask", null, h, { dragged: r(s) })), Ie("dragover", f, (b) => {
    b.preventDefault(), M(s, !0);
  }), Ie("dragleave", f, () => M(s, !1)), Ie("drop", f, l), g(n, f), $e();
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
var zl = /* @__PURE__ */ x('<button type="button" class="small">code</button>'), Bl = /* @__PURE__ */ x('<button type="button" class="small"> </button>'), ql = /* @__PURE__ */ x('<div class="code"><button type="button" class="small"> </button> <pre tabindex="0" role="region"> </pre></div>'), Wl = /* @__PURE__ */ x('<div class="bar"><h2> </h2> <!> <span class="grow"></span> <!> <!></div> <!>', 1);
function rr(n, e) {
  Qe(e, !0);
  let t = je(e, "code", 3, ""), a = je(e, "exporter", 3, null), s = /* @__PURE__ */ H(!1), i = /* @__PURE__ */ H(!1);
  async function o(N) {
    a() && (N === "csv" && a().csv && on(`${a().name}.csv`, jl(a().csv()), "text/csv"), N === "svg" && a().svg && on(`${a().name}.svg`, a().svg(), "image/svg+xml"), N === "png" && a().svg && on(`${a().name}.png`, await Ul(a().svg())));
  }
  async function l() {
    await navigator.clipboard.writeText(t()), M(i, !0), setTimeout(() => M(i, !1), 1500);
  }
  var u = Wl(), f = Pe(u), h = E(f), v = G(h, !0), m = c(h, 2);
  Zo(m, () => e.children ?? Qa);
  var d = c(m, 4);
  {
    var _ = (N) => {
      var C = zl();
      j(() => oe(C, "aria-expanded", r(s))), ne("click", C, () => M(s, !r(s))), g(N, C);
    };
    K(d, (N) => {
      t() && N(_);
    });
  }
  var w = c(d, 2);
  {
    var p = (N) => {
      var C = tr(), Y = Pe(C);
      Te(Y, 16, () => ["png", "svg", "csv"], Ce, (B, S) => {
        var L = tr(), V = Pe(L);
        {
          var U = ($) => {
            var Z = Bl(), ae = G(Z, !0);
            j(
              (se) => {
                oe(Z, "aria-label", `Export ${a().name ?? ""} as ${se ?? ""}`), F(ae, S);
              },
              [() => S.toUpperCase()]
            ), ne("click", Z, () => o(S)), g($, Z);
          };
          K(V, ($) => {
            (S === "csv" ? a().csv : a().svg) && $(U);
          });
        }
        g(B, L);
      }), g(N, C);
    };
    K(w, (N) => {
      a() && N(p);
    });
  }
  var A = c(f, 2);
  {
    var b = (N) => {
      var C = ql(), Y = E(C), B = G(Y, !0), S = c(Y, 2), L = G(S, !0);
      j(() => {
        F(B, r(i) ? "copied" : "copy"), oe(S, "aria-label", `Python for ${e.title ?? ""}`), F(L, t());
      }), ne("click", Y, l), g(N, C);
    };
    K(A, (N) => {
      r(s) && t() && N(b);
    });
  }
  j(() => F(v, e.title)), g(n, u), $e();
}
ht(["click"]);
var Kl = /* @__PURE__ */ x('<div class="grid-box"><div role="application" tabindex="0"><canvas></canvas></div> <p class="fine readout" role="status"> </p></div>');
function vn(n, e) {
  Qe(e, !0);
  let t = je(e, "signed", 3, !1), a = je(e, "high", 3, 0), s = je(e, "rowName", 3, "layer"), i = je(e, "columnName", 3, "head"), o = je(e, "columnLabels", 3, null), l = je(e, "picked", 3, null), u = je(e, "unit", 3, ""), f = je(e, "order", 3, null), h = /* @__PURE__ */ H(void 0), v = /* @__PURE__ */ H(0), m = /* @__PURE__ */ H(null);
  const d = 30, _ = 18, w = /* @__PURE__ */ P(() => Math.max(3, Math.min(34, (r(v) - d) / Math.max(1, e.columns)))), p = /* @__PURE__ */ P(() => Math.max(7, Math.min(22, r(w), 560 / Math.max(1, e.rows)))), A = /* @__PURE__ */ P(() => {
    if (a()) return a();
    let q = 0;
    for (let I = 0; I < e.rows * e.columns; I++) Math.abs(e.values[I]) > q && (q = Math.abs(e.values[I]));
    return q || 1;
  });
  let b = null;
  function N(q) {
    const I = document.createElement("canvas");
    I.width = Math.ceil((d + r(w) * e.columns) * q), I.height = Math.ceil((_ + r(p) * e.rows) * q);
    const z = I.getContext("2d");
    z.scale(q, q);
    const pe = r(w) > 8 ? 1 : 0;
    for (let fe = 0; fe < e.rows; fe++) for (let R = 0; R < e.columns; R++) {
      const y = e.values[fe * e.columns + (f() ? f()[R] : R)];
      z.fillStyle = Number.isNaN(y) ? "rgba(128,128,128,.18)" : Ut(y / r(A), t()), z.fillRect(d + R * r(w), _ + fe * r(p), r(w) - pe, r(p) - pe);
    }
    z.fillStyle = getComputedStyle(r(h)).color, z.font = "11px system-ui, sans-serif", z.textBaseline = "middle", z.textAlign = "right";
    const ie = Math.ceil(13 / r(p)), ve = Math.ceil(20 / r(w));
    for (let fe = 0; fe < e.rows; fe += ie) z.fillText(String(fe), d - 5, _ + (fe + 0.5) * r(p));
    if (z.textAlign = "center", !o()) for (let fe = 0; fe < e.columns; fe += ve) z.fillText(String(f() ? f()[fe] : fe), d + (fe + 0.5) * r(w), 8);
    return I;
  }
  ot(() => {
    e.values, e.rows, e.columns, t(), r(A), r(w), r(p), f(), !(!r(h) || !r(v)) && (b = N(devicePixelRatio || 1), C());
  }), ot(() => {
    r(m), l(), C();
  });
  function C() {
    if (!r(h) || !b) return;
    const q = devicePixelRatio || 1;
    (r(h).width !== b.width || r(h).height !== b.height) && Object.assign(r(h), { width: b.width, height: b.height });
    const I = r(h).getContext("2d");
    I.setTransform(1, 0, 0, 1, 0, 0), I.clearRect(0, 0, r(h).width, r(h).height), I.drawImage(b, 0, 0), I.scale(q, q);
    for (const [z, pe] of [[l(), "#fff"], [r(m), "#ffe14d"]]) {
      if (!z) continue;
      const ie = f() ? f().indexOf(z[1]) : z[1], ve = [
        d + ie * r(w),
        _ + z[0] * r(p),
        r(w) - 1,
        r(p) - 1
      ];
      I.lineWidth = 4, I.strokeStyle = "#000", I.strokeRect(...ve), I.lineWidth = 2, I.strokeStyle = pe, I.strokeRect(...ve);
    }
  }
  function Y(q) {
    const I = r(h).getBoundingClientRect(), z = Math.floor((q.clientX - I.left - d) / r(w)), pe = Math.floor((q.clientY - I.top - _) / r(p));
    return pe >= 0 && pe < e.rows && z >= 0 && z < e.columns ? [pe, f() ? f()[z] : z] : null;
  }
  function B(q) {
    q?.[0] === r(m)?.[0] && q?.[1] === r(m)?.[1] || (M(m, q), e.onhover?.(q));
  }
  function S(q) {
    const I = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0]
    }[q.key], z = r(m) ?? l();
    if (I) {
      q.preventDefault();
      const pe = z ? f() ? f().indexOf(z[1]) : z[1] : 0, ie = z ? Math.max(0, Math.min(e.columns - 1, pe + I[1])) : 0;
      B([
        z ? Math.max(0, Math.min(e.rows - 1, z[0] + I[0])) : 0,
        f() ? f()[ie] : ie
      ]);
    } else (q.key === "Enter" || q.key === " ") && z && (q.preventDefault(), e.onpick?.(z));
  }
  const L = /* @__PURE__ */ P(() => r(m) ?? l()), V = /* @__PURE__ */ P(() => {
    if (!r(L)) return "Point at a cell, click to keep it.";
    const q = e.values[r(L)[0] * e.columns + r(L)[1]], I = o() ? o()[r(L)[1]] : `${i()} ${r(L)[1]}`;
    return `${s()} ${r(L)[0]}, ${I}: ${t() ? Zt(q) : Mt(q)} ${u()}`;
  });
  var U = Kl(), $ = E(U), Z = E($);
  let ae;
  en(Z, (q) => M(h, q), () => r(h));
  var se = c($, 2), re = G(se, !0);
  j(() => {
    oe($, "aria-label", `${e.label ?? ""}: ${e.rows ?? ""} ${s() ?? ""}s by ${e.columns ?? ""}. Arrow keys move, Enter keeps a cell, Escape lets go.`), oe($, "data-grid", e.label), oe($, "data-cell", `30,18,${r(w) ?? ""},${r(p) ?? ""}`), ae = Ve(Z, "", ae, {
      width: `${d + r(w) * e.columns}px`,
      height: `${_ + r(p) * e.rows}px`
    }), F(re, r(V));
  }), ne("keydown", $, S), Ie("blur", $, () => B(null)), ne("pointermove", Z, (q) => B(Y(q))), Ie("pointerleave", Z, () => B(null)), ne("click", Z, (q) => {
    const I = Y(q);
    I && e.onpick?.(I);
  }), pa(U, "clientWidth", (q) => M(v, q)), g(n, U), $e();
}
ht(["keydown", "pointermove", "click"]);
class Yr {
  #e = /* @__PURE__ */ H(null);
  get view() {
    return r(this.#e);
  }
  set view(e) {
    M(this.#e, e);
  }
  #r = /* @__PURE__ */ H(null);
  get study() {
    return r(this.#r);
  }
  set study(e) {
    M(this.#r, e);
  }
  #t = /* @__PURE__ */ H(null);
  get asked() {
    return r(this.#t);
  }
  set asked(e) {
    M(this.#t, e);
  }
  name = "";
  #n = /* @__PURE__ */ H("");
  get error() {
    return r(this.#n);
  }
  set error(e) {
    M(this.#n, e, !0);
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
class et extends Error {
  constructor(e, t = 0) {
    super(e), this.status = t;
  }
  status;
}
async function $l(n) {
  if (n.ok) return n;
  const e = await n.json().catch(() => ({ error: n.statusText }));
  throw new et(e.error ?? n.statusText, n.status);
}
async function ar(n, e) {
  try {
    return await $l(await fetch(n, e));
  } catch (t) {
    throw t instanceof et || t.name === "AbortError" ? t : new et("The server does not answer. Is it still running? The page goes on when it is back.");
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
      if (l.about.error) throw new et(l.about.error);
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
    throw new et("This page holds one study only.");
  }
  async addImage() {
    throw new et("This page holds one study only.");
  }
  imageUrl() {
    return "data:,";
  }
  async open() {
    throw new et("This page holds one study only.");
  }
  async tokens() {
    throw new et("This page holds one study only.");
  }
  pictureUrl(e, t, a) {
    return this.data.pictures[t]?.[a] ?? "data:,";
  }
  async raw(e, t, a) {
    const s = this.data.views[`${t} ${JSON.stringify(a)}`];
    if (!s) throw new et("This was not computed when the page was written. The app, or the same lines of Python, find it.", 410);
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
      s && (this.waiting.delete(t.id), t.error ? s.failed(new et(t.error)) : s.done(new Uint8Array(a[0].buffer, a[0].byteOffset, a[0].byteLength)));
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
    throw new et("Ask in the notebook: model.explore(inputs).");
  }
  async addImage() {
    throw new et("Ask in the notebook: model.explore(inputs).");
  }
  imageUrl() {
    return "data:,";
  }
  async open() {
    throw new et("Ask in the notebook: model.explore(inputs).");
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
        this.waiting.delete(s), o(new et("The kernel does not answer; what was computed before can still be seen.", 504));
      }, 12e4);
      this.waiting.set(s, { done: (u) => (clearTimeout(l), i(u)), failed: (u) => (clearTimeout(l), o(u)) }), this.model.send({ id: s, study: e, name: t, asked: a });
    });
  }
  async *stream(e, t, a) {
    const s = Gr(await this.raw(e, t, a));
    if (s.about.error) throw new et(s.about.error);
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
    M(this.#e, e, !0);
  }
  code;
  #r = /* @__PURE__ */ H(or([]));
  get answer() {
    return r(this.#r);
  }
  set answer(e) {
    M(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ H(!1);
  get answering() {
    return r(this.#t);
  }
  set answering(e) {
    M(this.#t, e, !0);
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
    M(this.#e, e);
  }
  #r = /* @__PURE__ */ H("");
  get model() {
    return r(this.#r);
  }
  set model(e) {
    M(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ H("What is in the image?");
  get question() {
    return r(this.#t);
  }
  set question(e) {
    M(this.#t, e, !0);
  }
  #n = /* @__PURE__ */ H("");
  get system() {
    return r(this.#n);
  }
  set system(e) {
    M(this.#n, e, !0);
  }
  #a = /* @__PURE__ */ H([]);
  get earlier() {
    return r(this.#a);
  }
  set earlier(e) {
    M(this.#a, e);
  }
  #s = /* @__PURE__ */ H("");
  get prefill() {
    return r(this.#s);
  }
  set prefill(e) {
    M(this.#s, e, !0);
  }
  #o = /* @__PURE__ */ H([]);
  get uploads() {
    return r(this.#o);
  }
  set uploads(e) {
    M(this.#o, e);
  }
  #i = /* @__PURE__ */ H(null);
  get example() {
    return r(this.#i);
  }
  set example(e) {
    M(this.#i, e, !0);
  }
  #l = /* @__PURE__ */ H(null);
  get truth() {
    return r(this.#l);
  }
  set truth(e) {
    M(this.#l, e, !0);
  }
  #h = /* @__PURE__ */ H(0);
  get temperature() {
    return r(this.#h);
  }
  set temperature(e) {
    M(this.#h, e, !0);
  }
  #u = /* @__PURE__ */ H(48);
  get maxNew() {
    return r(this.#u);
  }
  set maxNew(e) {
    M(this.#u, e, !0);
  }
  #v = /* @__PURE__ */ H(null);
  get study() {
    return r(this.#v);
  }
  set study(e) {
    M(this.#v, e);
  }
  #g = /* @__PURE__ */ H(null);
  get clean() {
    return r(this.#g);
  }
  set clean(e) {
    M(this.#g, e);
  }
  #c = /* @__PURE__ */ H(null);
  get second() {
    return r(this.#c);
  }
  set second(e) {
    M(this.#c, e);
  }
  #p = /* @__PURE__ */ H(null);
  get secondUpload() {
    return r(this.#p);
  }
  set secondUpload(e) {
    M(this.#p, e);
  }
  #b = /* @__PURE__ */ H(null);
  get secondExample() {
    return r(this.#b);
  }
  set secondExample(e) {
    M(this.#b, e, !0);
  }
  #k = /* @__PURE__ */ H(null);
  get focus() {
    return r(this.#k);
  }
  set focus(e) {
    M(this.#k, e, !0);
  }
  #m = /* @__PURE__ */ H(null);
  get target() {
    return r(this.#m);
  }
  set target(e) {
    M(this.#m, e);
  }
  #f = /* @__PURE__ */ H(null);
  get contrast() {
    return r(this.#f);
  }
  set contrast(e) {
    M(this.#f, e);
  }
  #_ = /* @__PURE__ */ H(null);
  get place() {
    return r(this.#_);
  }
  set place(e) {
    M(this.#_, e, !0);
  }
  #y = /* @__PURE__ */ H(null);
  get layer() {
    return r(this.#y);
  }
  set layer(e) {
    M(this.#y, e, !0);
  }
  #d = /* @__PURE__ */ H(null);
  get head() {
    return r(this.#d);
  }
  set head(e) {
    M(this.#d, e, !0);
  }
  #w = /* @__PURE__ */ H(null);
  get lensLayer() {
    return r(this.#w);
  }
  set lensLayer(e) {
    M(this.#w, e, !0);
  }
  #x = /* @__PURE__ */ H([]);
  get words() {
    return r(this.#x);
  }
  set words(e) {
    M(this.#x, e);
  }
  #S = /* @__PURE__ */ H(0);
  get word() {
    return r(this.#S);
  }
  set word(e) {
    M(this.#S, e, !0);
  }
  #E = /* @__PURE__ */ H(!1);
  get vision() {
    return r(this.#E);
  }
  set vision(e) {
    M(this.#E, e, !0);
  }
  #A = /* @__PURE__ */ H(!1);
  get wantsLens() {
    return r(this.#A);
  }
  set wantsLens(e) {
    M(this.#A, e, !0);
  }
  #M = /* @__PURE__ */ H("");
  get find() {
    return r(this.#M);
  }
  set find(e) {
    M(this.#M, e, !0);
  }
  #N = /* @__PURE__ */ H(0.01);
  get least() {
    return r(this.#N);
  }
  set least(e) {
    M(this.#N, e, !0);
  }
  #T = /* @__PURE__ */ H("none");
  get paint() {
    return r(this.#T);
  }
  set paint(e) {
    M(this.#T, e, !0);
  }
  #P = /* @__PURE__ */ H("attribution");
  get tab() {
    return r(this.#P);
  }
  set tab(e) {
    M(this.#P, e, !0);
  }
  #L = /* @__PURE__ */ H(/* @__PURE__ */ new Set());
  get selected() {
    return r(this.#L);
  }
  set selected(e) {
    M(this.#L, e);
  }
  #O = /* @__PURE__ */ H([]);
  get changes() {
    return r(this.#O);
  }
  set changes(e) {
    M(this.#O, e);
  }
  #R = /* @__PURE__ */ H(null);
  get sweep() {
    return r(this.#R);
  }
  set sweep(e) {
    M(this.#R, e);
  }
  #C = /* @__PURE__ */ H(null);
  get hoverHead() {
    return r(this.#C);
  }
  set hoverHead(e) {
    M(this.#C, e);
  }
  #I = /* @__PURE__ */ H(null);
  get hoverPlace() {
    return r(this.#I);
  }
  set hoverPlace(e) {
    M(this.#I, e, !0);
  }
  #F = /* @__PURE__ */ H(0);
  get busy() {
    return r(this.#F);
  }
  set busy(e) {
    M(this.#F, e, !0);
  }
  #j = /* @__PURE__ */ H("");
  get message() {
    return r(this.#j);
  }
  set message(e) {
    M(this.#j, e, !0);
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
    M(this.#U, e);
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
      return t instanceof et && t.status === 404 && this.source.kind === "server" && this.study ? (this.message = "The server has been started anew, or dropped this study; asking again.", await this.ask(!1), this.message = "") : this.fail(t), null;
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
var iu = /* @__PURE__ */ x('<span class="fine"> </span>'), qa = /* @__PURE__ */ x('<p class="error" role="alert"> </p>'), ou = /* @__PURE__ */ x('<button type="button"> </button>'), lu = /* @__PURE__ */ x('<li><button type="button" class="head"> <b> </b></button></li>'), uu = /* @__PURE__ */ x('<ol class="best"></ol>'), cu = /* @__PURE__ */ x('<p class="fine"> </p>'), fu = /* @__PURE__ */ x('<p class="fine"> </p> <div class="scroller tall"><!></div>', 1), du = /* @__PURE__ */ x('<!> <div class="row"><button type="button">where the focus looks</button> <button type="button">who looks at the kept token</button> <button type="button"> </button></div> <!> <!> <!>', 1), hu = /* @__PURE__ */ x('<section class="card" aria-label="Attention"><!> <!> <div class="row" role="group" aria-label="Measure"><!> <button type="button">sorted</button></div> <!></section>');
function vu(n, e) {
  Qe(e, !0);
  let t = je(e, "session", 7), a = /* @__PURE__ */ H("image"), s = /* @__PURE__ */ H(!1), i = /* @__PURE__ */ H(!1);
  const o = /* @__PURE__ */ P(() => e.painted.heads.view), l = new Yr(t(), () => r(i) && t().layer !== null && t().head !== null ? {
    study: e.study,
    name: "pattern",
    asked: { layer: t().layer, head: t().head }
  } : null), u = /* @__PURE__ */ P(() => {
    if (!r(o)) return new Float32Array();
    const { shape: S, data: L } = r(o).arrays.weights, [V, U, $] = S, Z = new Float32Array(V * U), ae = t().place ?? -1, se = new Uint8Array($);
    for (let re = 0; re < $; re++) se[re] = Number(r(a) === "image" ? e.study.tokens[re]?.kind === "image" : r(a) === "selection" ? t().selected.has(re) : re === ae);
    for (let re = 0; re < V * U; re++) {
      let q = 0;
      const I = re * $;
      if (r(a) === "entropy") for (let z = 0; z < $; z++) {
        const pe = L[I + z];
        pe > 0 && (q -= pe * Math.log(pe));
      }
      else for (let z = 0; z < $; z++) se[z] && (q += L[I + z]);
      Z[re] = q;
    }
    return Z;
  }), f = /* @__PURE__ */ P(() => r(o)?.arrays.weights.shape ?? [0, 0, 0]), h = /* @__PURE__ */ P(() => Array.from(r(u).keys()).sort((S, L) => r(u)[L] - r(u)[S]).slice(0, 24)), v = /* @__PURE__ */ P(() => r(o) ? {
    name: "attention",
    svg: () => _a(r(u), r(f)[0], r(f)[1], (S) => Ut(S / Math.max(...r(u), 1e-9), !1), `attention, ${r(a)}`),
    csv: () => [
      ["layer", "head", r(a)],
      ...Array.from(r(u), (S, L) => [
        Math.floor(L / r(f)[1]),
        L % r(f)[1],
        S
      ])
    ]
  } : null), m = /* @__PURE__ */ P(() => t().shownPlace), d = /* @__PURE__ */ P(() => {
    const S = e.painted.readers.view;
    return S && t().shownHead && t().paint === "readers" ? Array.from(qt(S.arrays.weights, t().shownHead.layer, t().shownHead.head)).map((L, V) => ({ weight: L, position: V })).sort((L, V) => V.weight - L.weight).slice(0, 5) : [];
  });
  var _ = hu(), w = E(_);
  {
    let S = /* @__PURE__ */ P(() => r(i) ? l.view?.about.code ?? "" : r(o)?.about.code ?? "");
    rr(w, {
      title: "Attention",
      get code() {
        return r(S);
      },
      get exporter() {
        return r(v);
      },
      children: (L, V) => {
        var U = iu(), $ = G(U);
        j((Z) => F($, `from the focus ${Z ?? ""}`), [
          () => JSON.stringify(e.study.label(r(o)?.about.focus ?? t().at))
        ]), g(L, U);
      },
      $$slots: { default: !0 }
    });
  }
  var p = c(w, 2);
  {
    var A = (S) => {
      var L = qa(), V = G(L, !0);
      j(() => F(V, e.painted.heads.error)), g(S, L);
    };
    K(p, (S) => {
      e.painted.heads.error && S(A);
    });
  }
  var b = c(p, 2), N = E(b);
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
    (S, L) => {
      var V = /* @__PURE__ */ P(() => wr(L, 2));
      let U = () => r(V)[0], $ = () => r(V)[1];
      var Z = ou(), ae = G(Z, !0);
      j(() => {
        oe(Z, "aria-pressed", r(a) === U()), Z.disabled = U() === "selection" && !t().selected.size || U() === "token" && t().place === null, F(ae, $());
      }), ne("click", Z, () => M(a, U(), !0)), g(S, Z);
    }
  );
  var C = c(N, 2), Y = c(b, 2);
  {
    var B = (S) => {
      var L = du(), V = Pe(L);
      {
        var U = (R) => {
          var y = uu();
          Te(y, 20, () => r(h), (O) => O, (O, J) => {
            const X = /* @__PURE__ */ P(() => {
              const [ee, D] = [Math.floor(J / r(f)[1]), J % r(f)[1]];
              return { layer: ee, head: D };
            });
            var le = lu(), be = E(le), ke = E(be), xe = c(ke), k = G(xe, !0);
            j(
              (ee) => {
                oe(be, "aria-pressed", t().layer === r(X).layer && t().head === r(X).head), F(ke, `L${r(X).layer ?? ""}H${r(X).head ?? ""} `), F(k, ee);
              },
              [
                () => r(a) === "entropy" ? `${r(u)[J].toFixed(2)} nats` : Dt(r(u)[J])
              ]
            ), Ie("pointerenter", be, () => {
              t().hoverHead = {
                layer: r(X).layer,
                head: r(X).head
              }, t().paint = "attention";
            }), Ie("pointerleave", be, () => t().hoverHead = null), ne("click", be, () => t().takeHead(r(X).layer, r(X).head)), g(O, le);
          }), g(R, y);
        }, $ = (R) => {
          {
            let y = /* @__PURE__ */ P(() => r(a) === "entropy" ? 0 : 1), O = /* @__PURE__ */ P(() => r(a) === "entropy" ? "nats" : "of its attention"), J = /* @__PURE__ */ P(() => t().layer !== null && t().head !== null ? [t().layer, t().head] : null);
            vn(R, {
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
                return r(O);
              },
              get picked() {
                return r(J);
              },
              onhover: (X) => {
                t().hoverHead = X && { layer: X[0], head: X[1] }, X && t().paint !== "readers" && t().paint !== "sources" && (t().paint = "attention");
              },
              onpick: ([X, le]) => t().takeHead(X, le, t().paint === "readers" ? "readers" : "attention")
            });
          }
        };
        K(V, (R) => {
          r(s) ? R(U) : R($, -1);
        });
      }
      var Z = c(V, 2), ae = E(Z), se = c(ae, 2), re = c(se, 2), q = G(re), I = c(Z, 2);
      {
        var z = (R) => {
          var y = cu(), O = G(y);
          j((J) => F(O, `Most by: ${J ?? ""}.`), [
            () => r(d).map((J) => `${e.study.label(J.position)} ${Dt(J.weight)}`).join(", ")
          ]), g(R, y);
        };
        K(I, (R) => {
          r(d).length && R(z);
        });
      }
      var pe = c(I, 2);
      {
        var ie = (R) => {
          const y = /* @__PURE__ */ P(() => l.view.arrays.weights);
          var O = fu(), J = Pe(O), X = G(J), le = c(J, 2), be = E(le);
          {
            let ke = /* @__PURE__ */ P(() => [t().at, t().place ?? t().at]);
            vn(be, {
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
                return r(ke);
              },
              onpick: ([xe, k]) => {
                t().place = k, xe < e.study.tokens.length && (t().focus = xe);
              }
            });
          }
          j(() => F(X, `Queries from top to bottom, keys from left to right${r(m) === null ? "" : `; row ${r(m)} is the token that is pointed at`}.`)), g(R, O);
        };
        K(pe, (R) => {
          r(i) && l.view && R(ie);
        });
      }
      var ve = c(pe, 2);
      {
        var fe = (R) => {
          var y = qa(), O = G(y, !0);
          j(() => F(O, l.error)), g(R, y);
        };
        K(ve, (R) => {
          l.error && R(fe);
        });
      }
      j(() => {
        oe(ae, "aria-pressed", t().paint === "attention"), oe(se, "aria-pressed", t().paint === "readers"), se.disabled = t().place === null, oe(re, "aria-pressed", r(i)), re.disabled = t().layer === null, F(q, `whole pattern${t().layer === null ? "" : ` of L${t().layer}H${t().head}`}`);
      }), ne("click", ae, () => t().paint = "attention"), ne("click", se, () => t().paint = t().paint === "readers" ? "attention" : "readers"), ne("click", re, () => M(i, !r(i))), g(S, L);
    };
    K(Y, (S) => {
      r(o) && S(B);
    });
  }
  j(() => oe(C, "aria-pressed", r(s))), ne("click", C, () => M(s, !r(s))), g(n, _), $e();
}
ht(["click"]);
var pu = /* @__PURE__ */ x('&nbsp;over <b> </b> <button type="button" class="link">alone</button>', 1), _u = /* @__PURE__ */ x('<span class="fine">logit of <b> </b><!> <!></span>'), Wa = /* @__PURE__ */ x('<p class="error" role="alert"> </p>'), gu = /* @__PURE__ */ x('<p class="fine">Click a token of the answer.</p>'), mu = /* @__PURE__ */ x('<li><button type="button" class="head"> <b> </b></button></li>'), bu = /* @__PURE__ */ x('<button type="button" class="part"><span class="part-name"> </span> <span class="half"><i class="minus"></i></span><span class="half"><i class="plus"></i></span> <span class="value"> </span></button>'), yu = /* @__PURE__ */ x('<div class="bar-row" role="listitem"><span class="tick"> </span> <!></div>'), wu = /* @__PURE__ */ x("<li> <b> </b></li>"), ku = /* @__PURE__ */ x('<ol class="best"></ol> <p class="fine"> </p>', 1), xu = /* @__PURE__ */ x("<!> <!> <!>", 1), Su = /* @__PURE__ */ x(`<p class="fine">Heads: what each writes along this token's direction, after the final norm. Orange raises the logit, blue lowers it.</p> <div class="columns"><!> <div><h3>Largest heads</h3> <ol class="best"></ol></div></div> <div class="row" role="group" aria-label="What the head's map shows"><span class="fine">map of the head:</span> <button type="button">where it looks</button> <button type="button">what it adds from there</button></div> <h3>By layer</h3> <div class="bars" role="list"></div> <p class="fine"> </p> <!> <form class="row"><label>contrast with <input placeholder="another word" size="12"/></label><button type="submit">compare</button></form>`, 1), Eu = /* @__PURE__ */ x('<section class="card" aria-label="Attribution"><!> <!> <!> <!></section>');
function Au(n, e) {
  Qe(e, !0);
  let t = je(e, "session", 7);
  const a = /* @__PURE__ */ P(() => t().target ? {
    target: t().target.id,
    contrast: t().contrast?.id ?? null,
    focus: t().at
  } : null), s = new Yr(t(), () => r(a) ? { study: e.study, name: "parts", asked: r(a) } : null);
  let i = /* @__PURE__ */ H(null);
  const o = new Yr(t(), () => r(a) && r(i) !== null ? {
    study: e.study,
    name: "neurons",
    asked: { ...r(a), layer: r(i), top_k: 40 }
  } : null), l = /* @__PURE__ */ P(() => s.view?.about), u = /* @__PURE__ */ P(() => s.view?.arrays.heads), f = /* @__PURE__ */ P(() => {
    if (!r(u)) return [];
    const [B, S] = r(u).shape;
    return Array.from({ length: B * S }, (L, V) => ({
      layer: Math.floor(V / S),
      head: V % S,
      value: r(u).data[V]
    })).sort((L, V) => Math.abs(V.value) - Math.abs(L.value)).slice(0, 8);
  }), h = {
    attn_out: "attention",
    mlp_out: "MLP",
    deepstack: "deepstack"
  }, v = /* @__PURE__ */ P(() => {
    if (!s.view) return { layers: [], rest: [], high: 1 };
    const B = s.view.arrays.values.data, S = [], L = [];
    return r(l).labels.forEach((V, U) => {
      const $ = /^(\d+)_(.+)$/.exec(V);
      $ ? (S[Number($[1])] ??= { layer: Number($[1]), parts: [] }).parts.push({ name: h[$[2]] ?? $[2], value: B[U] }) : L.push({ name: V.replace(/_/g, " "), value: B[U] });
    }), {
      layers: S,
      rest: L,
      high: Math.max(...Array.from(B, Math.abs), 1e-6)
    };
  }), m = /* @__PURE__ */ P(() => r(u) ? {
    name: "attribution-heads",
    svg: () => _a(r(u).data, r(u).shape[0], r(u).shape[1], (B) => Ut(B / r(f).reduce((S, L) => Math.max(S, Math.abs(L.value)), 1e-9), !0), `logit of ${r(l).answer.text}, by head`),
    csv: () => [
      ["part", "value"],
      ...r(l).labels.map((B, S) => [B, s.view.arrays.values.data[S]]),
      ...Array.from(r(u).data, (B, S) => [
        `L${Math.floor(S / r(u).shape[1])}H${S % r(u).shape[1]}`,
        B
      ])
    ]
  } : null);
  let d = /* @__PURE__ */ H("");
  var _ = Eu(), w = E(_);
  {
    let B = /* @__PURE__ */ P(() => r(l)?.code ?? "");
    rr(w, {
      title: "Attribution",
      get code() {
        return r(B);
      },
      get exporter() {
        return r(m);
      },
      children: (S, L) => {
        var V = _u(), U = c(E(V)), $ = G(U, !0), Z = c(U);
        {
          var ae = (q) => {
            var I = pu(), z = c(Pe(I)), pe = G(z, !0), ie = c(z, 2);
            j((ve) => F(pe, ve), [() => ut(r(l).contrast.text)]), ne("click", ie, () => t().contrast = null), g(q, I);
          };
          K(Z, (q) => {
            r(l)?.contrast && q(ae);
          });
        }
        var se = c(Z, 2);
        {
          var re = (q) => {
            var I = Kn();
            j((z) => F(I, `= ${z ?? ""}`), [() => Mt(r(l).logit)]), g(q, I);
          };
          K(se, (q) => {
            r(l) && q(re);
          });
        }
        j((q) => F($, q), [
          () => r(l) ? ut(r(l).answer.text) : ut(t().target?.text ?? "")
        ]), g(S, V);
      },
      $$slots: { default: !0 }
    });
  }
  var p = c(w, 2);
  {
    var A = (B) => {
      var S = Wa(), L = G(S, !0);
      j(() => F(L, s.error)), g(B, S);
    };
    K(p, (B) => {
      s.error && B(A);
    });
  }
  var b = c(p, 2);
  {
    var N = (B) => {
      var S = gu();
      g(B, S);
    };
    K(b, (B) => {
      t().target || B(N);
    });
  }
  var C = c(b, 2);
  {
    var Y = (B) => {
      var S = Su(), L = c(Pe(S), 2), V = E(L);
      {
        let y = /* @__PURE__ */ P(() => t().layer !== null && t().head !== null ? [t().layer, t().head] : null);
        vn(V, {
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
          onhover: (O) => {
            t().hoverHead = O && { layer: O[0], head: O[1] }, O && t().paint === "none" && (t().paint = "attention");
          },
          onpick: ([O, J]) => t().takeHead(O, J, t().paint === "sources" ? "sources" : "attention")
        });
      }
      var U = c(V, 2), $ = c(E(U), 2);
      Te($, 21, () => r(f), (y) => `${y.layer} ${y.head}`, (y, O) => {
        var J = mu(), X = E(J), le = E(X), be = c(le), ke = G(be, !0);
        j(
          (xe) => {
            oe(X, "aria-pressed", t().layer === r(O).layer && t().head === r(O).head), F(le, `L${r(O).layer ?? ""}H${r(O).head ?? ""} `), F(ke, xe);
          },
          [() => Zt(r(O).value)]
        ), Ie("pointerenter", X, () => t().hoverHead = r(O)), Ie("pointerleave", X, () => t().hoverHead = null), ne("click", X, () => t().takeHead(r(O).layer, r(O).head, t().paint === "sources" ? "sources" : "attention")), g(y, J);
      });
      var Z = c(L, 2), ae = c(E(Z), 2), se = c(ae, 2), re = c(Z, 4);
      Te(re, 21, () => r(v).layers, Ce, (y, O) => {
        var J = tr(), X = Pe(J);
        {
          var le = (be) => {
            var ke = yu(), xe = E(ke), k = G(xe, !0), ee = c(xe, 2);
            Te(ee, 17, () => r(O).parts, Ce, (D, W) => {
              var te = bu(), Ee = E(te), ge = G(Ee, !0), _e = c(Ee, 2), ce = E(_e);
              let de;
              var ye = c(_e), me = E(ye);
              let we;
              var ze = c(ye, 2), st = G(ze, !0);
              j(
                (Ue, De) => {
                  te.disabled = r(W).name !== "MLP", oe(te, "title", `${r(W).name ?? ""} of layer ${r(O).layer ?? ""}: ${Ue ?? ""} logits${r(W).name === "MLP" ? "; click for its neurons" : ""}`), oe(te, "aria-pressed", r(W).name === "MLP" ? r(i) === r(O).layer : void 0), F(ge, r(W).name), de = Ve(ce, "", de, {
                    width: `${r(W).value < 0 ? 100 * -r(W).value / r(v).high : 0}%`
                  }), we = Ve(me, "", we, {
                    width: `${r(W).value > 0 ? 100 * r(W).value / r(v).high : 0}%`
                  }), F(st, De);
                },
                [
                  () => Zt(r(W).value),
                  () => Zt(r(W).value)
                ]
              ), ne("click", te, () => M(i, r(i) === r(O).layer ? null : r(O).layer, !0)), g(D, te);
            }), j(() => F(k, r(O).layer)), g(be, ke);
          };
          K(X, (be) => {
            r(O) && be(le);
          });
        }
        g(y, J);
      });
      var q = c(re, 2), I = G(q), z = c(q, 2);
      {
        var pe = (y) => {
          var O = xu(), J = Pe(O);
          {
            let xe = /* @__PURE__ */ P(() => o.view?.about.code ?? "");
            rr(J, {
              get title() {
                return `Neurons of layer ${r(i) ?? ""}`;
              },
              get code() {
                return r(xe);
              }
            });
          }
          var X = c(J, 2);
          {
            var le = (xe) => {
              var k = Wa(), ee = G(k, !0);
              j(() => F(ee, o.error)), g(xe, k);
            };
            K(X, (xe) => {
              o.error && xe(le);
            });
          }
          var be = c(X, 2);
          {
            var ke = (xe) => {
              var k = ku(), ee = Pe(k);
              Te(ee, 22, () => Array.from(o.view.arrays.numbers.data), (te) => te, (te, Ee, ge) => {
                var _e = wu(), ce = E(_e), de = c(ce), ye = G(de, !0);
                j(
                  (me) => {
                    F(ce, `N${Ee ?? ""} `), F(ye, me);
                  },
                  [() => Zt(o.view.arrays.values.data[r(ge)])]
                ), g(te, _e);
              });
              var D = c(ee, 2), W = G(D);
              j((te) => F(W, `All others together ${te ?? ""}.`), [() => Zt(o.view.about.rest)]), g(xe, k);
            };
            K(be, (xe) => {
              o.view && xe(ke);
            });
          }
          g(y, O);
        };
        K(z, (y) => {
          r(i) !== null && y(pe);
        });
      }
      var ie = c(z, 2), ve = E(ie), fe = c(E(ve)), R = c(ve);
      j(
        (y, O) => {
          oe(ae, "aria-pressed", t().paint === "attention"), oe(se, "aria-pressed", t().paint === "sources"), F(I, `Beside the layers: ${y ?? ""}. The parts sum to the model's own logit; left over: ${O ?? ""}.`), R.disabled = !r(d);
        },
        [
          () => r(v).rest.map((y) => `${y.name} ${Zt(y.value)}`).join(", "),
          () => r(l).error.toExponential(1)
        ]
      ), ne("click", ae, () => t().paint = "attention"), ne("click", se, () => t().paint = "sources"), Ie("submit", ie, async (y) => {
        y.preventDefault();
        const O = await t().during(e.study.view("parts", {
          target: t().target.id,
          contrast: r(d),
          focus: t().at
        }));
        O?.about.contrast && (t().contrast = O.about.contrast);
      }), kt(fe, () => r(d), (y) => M(d, y)), g(B, S);
    };
    K(C, (B) => {
      s.view && r(u) && B(Y);
    });
  }
  g(n, _), $e();
}
ht(["click"]);
var Mu = /* @__PURE__ */ fa('<circle r="2.5"></circle>'), Nu = /* @__PURE__ */ fa('<polyline fill="none" stroke-width="2"><title> </title></polyline><!>', 1), Tu = /* @__PURE__ */ x("<span><i></i> </span>"), Pu = /* @__PURE__ */ x('<figure class="curve"><svg viewBox="0 0 320 120" role="img" aria-label="Effect by layer"><!><line x1="10" x2="310" stroke="currentColor" opacity=".3"></line></svg> <figcaption class="fine"><!> </figcaption></figure>'), Lu = /* @__PURE__ */ x('<p class="fine"> </p> <!>', 1);
function Ys(n, e) {
  Qe(e, !0);
  let t = je(e, "session", 7);
  const a = /* @__PURE__ */ P(() => e.sweep.arrays.effect.shape), s = /* @__PURE__ */ P(() => r(a)[1] > 0 && r(a)[1] <= 6);
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
  const o = /* @__PURE__ */ P(() => {
    let d = 0, _ = 1;
    for (const w of e.sweep.arrays.effect.data) Number.isNaN(w) || ([d, _] = [Math.min(d, w), Math.max(_, w)]);
    return [d, _];
  });
  var l = Lu(), u = Pe(l), f = G(u, !0), h = c(u, 2);
  {
    var v = (d) => {
      var _ = Pu(), w = E(_), p = E(w);
      Te(p, 17, () => e.sweep.about.labels, Ce, (Y, B, S) => {
        const L = /* @__PURE__ */ P(() => Array.from({ length: r(a)[0] }, (re, q) => [
          q,
          e.sweep.arrays.effect.data[q * r(a)[1] + S]
        ]).filter(([, re]) => !Number.isNaN(re)));
        var V = Nu(), U = Pe(V), $ = E(U), Z = G($, !0), ae = c(U);
        {
          var se = (re) => {
            var q = Mu();
            j(
              (I) => {
                oe(q, "cx", I), oe(q, "cy", 110 - 100 * (r(L)[0][1] - r(o)[0]) / (r(o)[1] - r(o)[0])), oe(q, "fill", ur[S % 6]);
              },
              [
                () => 10 + 300 * r(L)[0][0] / Math.max(1, r(a)[0] - 1)
              ]
            ), g(re, q);
          };
          K(ae, (re) => {
            r(L).length === 1 && re(se);
          });
        }
        j(
          (re) => {
            oe(U, "stroke", ur[S % 6]), oe(U, "points", re), F(Z, r(B));
          },
          [
            () => r(L).map(([re, q]) => `${10 + 300 * re / Math.max(1, r(a)[0] - 1)},${110 - 100 * (q - r(o)[0]) / (r(o)[1] - r(o)[0])}`).join(" ")
          ]
        ), g(Y, V);
      });
      var A = c(p), b = c(w, 2), N = E(b);
      Te(N, 17, () => e.sweep.about.labels, Ce, (Y, B, S) => {
        var L = Tu(), V = E(L);
        let U;
        var $ = c(V, 1, !0);
        j(() => {
          U = Ve(V, "", U, { background: ur[S % 6] }), F($, r(B));
        }), g(Y, L);
      });
      var C = c(N);
      j(
        (Y, B) => {
          oe(A, "y1", 110 + 100 * r(o)[0] / (r(o)[1] - r(o)[0])), oe(A, "y2", 110 + 100 * r(o)[0] / (r(o)[1] - r(o)[0])), F(C, ` · layers 0 to ${r(a)[0] - 1}, from ${Y ?? ""} to ${B ?? ""}`);
        },
        [
          () => r(o)[0].toFixed(2),
          () => r(o)[1].toFixed(2)
        ]
      ), g(d, _);
    }, m = (d) => {
      {
        let _ = /* @__PURE__ */ P(() => e.sweep.about.axis === "position" ? e.sweep.about.columns.map((w) => e.study.label(w)) : null);
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
  j(() => F(f, e.sweep.about.measure)), g(n, l), $e();
}
var Ou = /* @__PURE__ */ x('<span class="fine"> </span>'), Ru = /* @__PURE__ */ x('<p><button type="button"> </button></p>'), In = /* @__PURE__ */ x("<option> </option>"), Cu = /* @__PURE__ */ x("<label>where <select></select></label>"), Iu = /* @__PURE__ */ x("<label>heads <select><option>the picked one (with its layer)</option><option>all</option></select></label>"), Fu = /* @__PURE__ */ x("<label>to <select><option>image</option><option>the selection</option><option>the kept token</option><option>text</option></select></label>"), ju = /* @__PURE__ */ x('<label>strength <input type="number" step="any"/></label>'), Ka = /* @__PURE__ */ x('<p class="error" role="alert"> </p>'), Uu = /* @__PURE__ */ x('<li><label><input type="checkbox"/> </label> <button type="button" class="link" aria-label="Remove this change">remove</button></li>'), Du = /* @__PURE__ */ x('<button type="button">cancel</button> running…', 1), Hu = /* @__PURE__ */ x('<button type="button">run again</button>'), zu = /* @__PURE__ */ x('<button type="button" aria-pressed="true">views show the changed model</button>'), Bu = /* @__PURE__ */ x('<button type="button" aria-pressed="false">show views of the changed model</button>'), qu = /* @__PURE__ */ x('<ul class="changes"></ul> <p><!> <!></p>', 1), Wu = /* @__PURE__ */ x('<tr><th scope="row"> </th><td><span> </span></td><td><span> </span></td><td> </td></tr>'), Ku = /* @__PURE__ */ x('<div class="before-after" aria-live="polite"><div><small>before</small><p class="answer"> </p></div> <div aria-hidden="true">→</div> <div><small>after</small><p class="answer" data-after=""> </p></div> <p class="fine"> </p></div> <table class="words"><thead><tr><th scope="col">next token</th><th scope="col">before</th><th scope="col">after</th><th scope="col">logit</th></tr></thead><tbody></tbody></table>', 1), Vu = /* @__PURE__ */ x('<span class="fine">every layer in turn</span>'), Ju = /* @__PURE__ */ x("<label>at <select></select></label>"), Yu = /* @__PURE__ */ x("<label>over <select><option>groups of tokens</option><option>single tokens</option><option>heads</option></select></label>"), Gu = /* @__PURE__ */ x('<label>window <input type="number" min="1"/></label>'), Xu = /* @__PURE__ */ x('<button type="button" class="primary">cancel</button>'), Zu = /* @__PURE__ */ x('<button type="submit" class="primary">start</button>'), Qu = /* @__PURE__ */ x('<label class="row grow"> <progress></progress> </label>'), $u = /* @__PURE__ */ x('<section class="card" aria-label="Changes"><!> <!> <form class="form"><label>what <select></select></label> <!> <label>layers <input list="layer-choices" size="8"/></label> <datalist id="layer-choices"><option></option><option></option><option></option></datalist> <!> <label> <select><option>all</option><option>the focus</option><option>the kept token</option><option>the selection</option><option>image</option><option>text</option></select></label> <!> <!> <button type="submit" class="primary">add</button></form> <!> <!> <!></section> <section class="card" aria-label="Sweeps"><!> <form class="form"><label>what <select><option>patch from the second image</option><option>estimate patches by gradients</option><option>knock attention out</option></select></label> <!> <!> <!> <!></form> <p class="fine"> </p> <!> <!> <!></section>', 1);
function ec(n, e) {
  Qe(e, !0);
  let t = je(e, "session", 7);
  const a = /* @__PURE__ */ P(() => t().clean ?? e.study);
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
  }, A = /* @__PURE__ */ P(() => Object.keys(_).filter((T) => t().second || !w.includes(T)));
  function b(T) {
    return T === "selection" ? [...t().selected].sort((Q, ue) => Q - ue) : T === "image" ? r(a).tokens.filter((Q) => Q.kind === "image").map((Q) => Q.position) : T === "text" ? r(a).tokens.filter((Q) => Q.kind !== "image").map((Q) => Q.position) : T === "token" ? t().place === null ? [] : [t().place] : T === "focus" ? [Math.min(t().at, r(a).nPrompt - 1)] : null;
  }
  function N() {
    const T = r(l) === "all" ? null : r(l) === "picked" ? t().layer === null ? [] : [t().layer] : C(r(l)), Q = {
      kind: r(s),
      point: r(s) === "block" ? "z" : r(i),
      layers: T,
      heads: r(u) === "picked" && (r(s) === "block" || r(i) === "z") && t().head !== null && r(l) !== "all" ? [t().head] : null,
      positions: b(r(o)),
      keys: r(s) === "block" ? b(r(f)) : null,
      strength: r(h),
      source: w.includes(r(s)) ? t().second?.id ?? null : null,
      on: !0
    };
    if ([Q.layers, Q.positions, Q.keys].some((ue) => ue?.length === 0)) {
      M(d, "This change has no layer or no token: pick a head, keep a token, or select some first.");
      return;
    }
    t().changes = [...t().changes, Q], L();
  }
  function C(T) {
    return T.split(",").flatMap((Q) => {
      const [ue, he] = Q.split("-").map(Number);
      return Number.isFinite(ue) ? Array.from({ length: (Number.isFinite(he) ? he : ue) - ue + 1 }, (Me, He) => ue + He) : [];
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
    ], L());
  }
  const B = (T, Q) => T === null ? Q : T.length > 6 ? `${T.length} (${T[0]}…${T.at(-1)})` : T.join(", "), S = (T) => `${_[T.kind]}${T.kind === "block" ? "" : ` · ${p[T.point]}`} · layers ${B(T.layers, "all")}${T.heads ? ` · head ${B(T.heads, "")}` : ""} · ${T.kind === "block" ? "from " : ""}tokens ${B(T.positions, "all")}${T.keys ? ` to ${B(T.keys, "all")}` : ""}${["scale", "steer"].includes(T.kind) ? ` · ×${T.strength}` : ""}`;
  async function L() {
    const T = t().changes.filter((he) => he.on).map(({ on: he, ...Me }) => ({
      ...Me,
      source: Me.source && t().second ? t().second.id : Me.source
    }));
    if (M(d, ""), t().write(), !T.length) {
      M(v, null), ae();
      return;
    }
    const Q = ++V, ue = r(a);
    M(m, !0), U?.abort(), U = new AbortController();
    try {
      for await (const he of t().source.stream(ue.id, "changes", { changes: T, max_new_tokens: 16 }, U.signal)) {
        if (Q !== V || r(a) !== ue) return;
        M(v, he);
      }
      t().clean && await Z();
    } catch (he) {
      Q === V && he.name !== "AbortError" && M(d, he.message, !0);
    } finally {
      Q === V && M(m, !1);
    }
  }
  let V = 0, U = null;
  ot(() => {
    const T = r(a);
    T === $ || T.answering || yt(() => {
      $ = T, V++, U?.abort(), X(), ((Q) => {
        var ue = wr(Q, 4);
        M(v, ue[0]), M(z, ue[1]), M(d, ue[2], !0), M(m, ue[3], !0);
      })([null, null, "", !1]), t().changes.length && !t().clean && L();
    });
  });
  let $ = null;
  async function Z() {
    if (!r(v)) return;
    const T = r(a), { study: Q, after: ue } = r(v).about, he = await t().during(t().source.tokens(Q));
    if (!he || r(a) !== T) return;
    const Me = new Qn(t().source, Q, he);
    Me.answer = ue, Me.asked = r(a).asked, t().clean = r(a), t().study = Me;
  }
  function ae() {
    t().clean && (t().study = t().clean, t().clean = null);
  }
  let se = /* @__PURE__ */ H("patching"), re = /* @__PURE__ */ H("groups"), q = /* @__PURE__ */ H("resid_post"), I = /* @__PURE__ */ H(1), z = /* @__PURE__ */ H(null), pe = /* @__PURE__ */ H(null), ie = null, ve = /* @__PURE__ */ H(!1), fe = /* @__PURE__ */ H("");
  const R = /* @__PURE__ */ P(() => r(se) !== "knockout"), y = /* @__PURE__ */ P(() => {
    const T = r(a).tokens.filter((ue) => ue.kind === "image").length;
    return r(se) === "gradients" ? 3 : (r(se) === "knockout" || r(re) === "groups" ? 3 : r(re) === "heads" ? r(a).nHeads : t().selected.size || T + 1) * r(a).nLayers;
  }), O = /* @__PURE__ */ P(() => r(se) === "gradients" ? 2 * r(a).costs.graph_bytes : r(se) === "knockout" ? r(a).costs.stream_bytes : 2 * r(a).nLayers * r(a).costs.stream_bytes);
  async function J() {
    ie?.abort(), ie = new AbortController();
    const T = ie;
    M(z, null), M(fe, ""), M(ve, !0);
    const Q = t().selected.size ? [...t().selected].sort((he, Me) => he - Me) : null, ue = r(se) === "knockout" ? { window: r(I) } : r(se) === "gradients" ? {
      source: t().second.id,
      point: r(q) === "z" ? "z" : r(q) === "resid_pre" || r(q) === "resid_mid" ? "resid_post" : r(q)
    } : {
      source: t().second.id,
      point: r(q),
      over: r(re),
      positions: Q
    };
    try {
      for await (const he of t().source.stream(r(a).id, r(se), ue, T.signal)) M(z, he);
    } catch (he) {
      he.name !== "AbortError" && M(fe, he.message, !0);
    }
    ie === T && M(ve, !1);
  }
  function X() {
    ie?.abort(), M(ve, !1);
  }
  var le = $u(), be = Pe(le), ke = E(be);
  {
    let T = /* @__PURE__ */ P(() => r(v)?.about.code ?? "");
    rr(ke, {
      title: "Changes",
      get code() {
        return r(T);
      },
      children: (Q, ue) => {
        var he = Ou(), Me = G(he);
        j((He) => F(Me, `change something, see the answer change${He ?? ""}`), [
          () => r(a).passSeconds > 1 ? `; a pass takes ${Xn(r(a).passSeconds)}` : ""
        ]), g(Q, he);
      },
      $$slots: { default: !0 }
    });
  }
  var xe = c(ke, 2);
  {
    var k = (T) => {
      var Q = Ru(), ue = E(Q), he = G(ue);
      j(() => F(he, `ablate L${t().layer ?? ""}H${t().head ?? ""}`)), ne("click", ue, Y), g(T, Q);
    };
    K(xe, (T) => {
      t().layer !== null && T(k);
    });
  }
  var ee = c(xe, 2), D = E(ee), W = c(E(D));
  Te(W, 21, () => r(A), Ce, (T, Q) => {
    var ue = In(), he = G(ue, !0), Me = {};
    j(() => {
      F(he, _[r(Q)]), Me !== (Me = r(Q)) && (ue.value = (ue.__value = Me) ?? "");
    }), g(T, ue);
  }), gt(W);
  var te = c(D, 2);
  {
    var Ee = (T) => {
      var Q = Cu(), ue = c(E(Q));
      Te(ue, 21, () => Object.entries(p), Ce, (he, Me) => {
        var He = /* @__PURE__ */ P(() => wr(r(Me), 2));
        let pt = () => r(He)[0], Pt = () => r(He)[1];
        var ct = In(), Ge = G(ct, !0), Be = {};
        j(() => {
          F(Ge, Pt()), Be !== (Be = pt()) && (ct.value = (ct.__value = Be) ?? "");
        }), g(he, ct);
      }), gt(ue), wt(ue, () => r(i), (he) => M(i, he)), g(T, Q);
    };
    K(te, (T) => {
      r(s) !== "block" && T(Ee);
    });
  }
  var ge = c(te, 2), _e = c(E(ge)), ce = c(ge, 2), de = E(ce);
  de.value = de.__value = "all";
  var ye = c(de);
  ye.value = ye.__value = "picked";
  var me = c(ye), we = {}, ze = c(ce, 2);
  {
    var st = (T) => {
      var Q = Iu(), ue = c(E(Q)), he = E(ue);
      he.value = he.__value = "picked";
      var Me = c(he);
      Me.value = Me.__value = "all", gt(ue), wt(ue, () => r(u), (He) => M(u, He)), g(T, Q);
    };
    K(ze, (T) => {
      (r(s) === "block" || r(i) === "z") && T(st);
    });
  }
  var Ue = c(ze, 2), De = E(Ue), Ke = c(De), vt = E(Ke);
  vt.value = vt.__value = "all";
  var Ht = c(vt);
  Ht.value = Ht.__value = "focus";
  var Se = c(Ht);
  Se.value = Se.__value = "token";
  var Oe = c(Se);
  Oe.value = Oe.__value = "selection";
  var Re = c(Oe);
  Re.value = Re.__value = "image";
  var rt = c(Re);
  rt.value = rt.__value = "text", gt(Ke);
  var Tt = c(Ue, 2);
  {
    var Qs = (T) => {
      var Q = Fu(), ue = c(E(Q)), he = E(ue);
      he.value = he.__value = "image";
      var Me = c(he);
      Me.value = Me.__value = "selection";
      var He = c(Me);
      He.value = He.__value = "token";
      var pt = c(He);
      pt.value = pt.__value = "text", gt(ue), wt(ue, () => r(f), (Pt) => M(f, Pt)), g(T, Q);
    };
    K(Tt, (T) => {
      r(s) === "block" && T(Qs);
    });
  }
  var $s = c(Tt, 2);
  {
    var ei = (T) => {
      var Q = ju(), ue = c(E(Q));
      kt(ue, () => r(h), (he) => M(h, he)), g(T, Q);
    };
    K($s, (T) => {
      (r(s) === "scale" || r(s) === "steer") && T(ei);
    });
  }
  var ga = c(ee, 2);
  {
    var ti = (T) => {
      var Q = Ka(), ue = G(Q, !0);
      j(() => F(ue, r(d))), g(T, Q);
    };
    K(ga, (T) => {
      r(d) && T(ti);
    });
  }
  var ma = c(ga, 2);
  {
    var ri = (T) => {
      var Q = qu(), ue = Pe(Q);
      Te(ue, 21, () => t().changes, Ce, (Ge, Be, Gt) => {
        var vr = Uu(), pr = E(vr), Xe = E(pr), qe = c(Xe), _r = c(pr, 2);
        j(
          (nr) => {
            zs(Xe, r(Be).on), F(qe, ` ${nr ?? ""}`);
          },
          [() => S(r(Be))]
        ), ne("change", Xe, (nr) => {
          t().changes = t().changes.map((gr, Cr) => Cr === Gt ? { ...gr, on: nr.currentTarget.checked } : gr), L();
        }), ne("click", _r, () => {
          t().changes = t().changes.filter((nr, gr) => gr !== Gt), L();
        }), g(Ge, vr);
      });
      var he = c(ue, 2), Me = E(he);
      {
        var He = (Ge) => {
          var Be = Du(), Gt = Pe(Be);
          ne("click", Gt, () => U?.abort()), g(Ge, Be);
        }, pt = (Ge) => {
          var Be = Hu();
          ne("click", Be, L), g(Ge, Be);
        };
        K(Me, (Ge) => {
          r(m) ? Ge(He) : Ge(pt, -1);
        });
      }
      var Pt = c(Me, 2);
      {
        var ct = (Ge) => {
          var Be = tr(), Gt = Pe(Be);
          {
            var vr = (Xe) => {
              var qe = zu();
              ne("click", qe, ae), g(Xe, qe);
            }, pr = (Xe) => {
              var qe = Bu();
              ne("click", qe, Z), g(Xe, qe);
            };
            K(Gt, (Xe) => {
              t().clean ? Xe(vr) : Xe(pr, -1);
            });
          }
          g(Ge, Be);
        };
        K(Pt, (Ge) => {
          r(v) && Ge(ct);
        });
      }
      g(T, Q);
    };
    K(ma, (T) => {
      t().changes.length && T(ri);
    });
  }
  var ni = c(ma, 2);
  {
    var ai = (T) => {
      const Q = /* @__PURE__ */ P(() => (Xe) => Xe.filter((qe) => !qe.ends).map((qe) => qe.token.text).join("") || "∅");
      var ue = Ku(), he = Pe(ue), Me = E(he), He = c(E(Me)), pt = G(He, !0), Pt = c(Me, 4), ct = c(E(Pt)), Ge = G(ct, !0), Be = c(Pt, 2), Gt = G(Be), vr = c(he, 2), pr = c(E(vr));
      Te(pr, 21, () => r(v).about.words, (Xe) => Xe.id, (Xe, qe) => {
        var _r = Wu(), nr = E(_r), gr = G(nr, !0), Cr = c(nr);
        let Na;
        var gi = E(Cr), mi = G(gi, !0), En = c(Cr);
        let Ta;
        var bi = E(En), yi = G(bi, !0), wi = c(En), ki = G(wi, !0);
        j(
          (xi, Si, Ei, Ai) => {
            F(gr, xi), Na = Ve(Cr, "", Na, { "--share": `${100 * r(qe).before}%` }), F(mi, Si), Ta = Ve(En, "", Ta, { "--share": `${100 * r(qe).after}%` }), F(yi, Ei), F(ki, Ai);
          },
          [
            () => ut(r(qe).text),
            () => Dt(r(qe).before),
            () => Dt(r(qe).after),
            () => Zt(r(qe).logit_after - r(qe).logit_before)
          ]
        ), g(Xe, _r);
      }), j(
        (Xe, qe, _r) => {
          F(pt, Xe), F(Ge, qe), F(Gt, `KL ${_r ?? ""} nats at the first token`);
        },
        [
          () => r(Q)(r(v).about.before),
          () => r(Q)(r(v).about.after),
          () => r(v).arrays.kl.data[0].toPrecision(3)
        ]
      ), g(T, ue);
    };
    K(ni, (T) => {
      r(v) && T(ai);
    });
  }
  var si = c(be, 2), ba = E(si);
  {
    let T = /* @__PURE__ */ P(() => r(z)?.about.code ?? "");
    rr(ba, {
      title: "Sweeps",
      get code() {
        return r(T);
      },
      get exporter() {
        return r(pe);
      },
      children: (Q, ue) => {
        var he = Vu();
        g(Q, he);
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
    var ii = (T) => {
      var Q = Ju(), ue = c(E(Q));
      Te(ue, 21, () => Object.entries(p), Ce, (he, Me) => {
        var He = /* @__PURE__ */ P(() => wr(r(Me), 2));
        let pt = () => r(He)[0], Pt = () => r(He)[1];
        var ct = In(), Ge = G(ct, !0), Be = {};
        j(() => {
          F(Ge, Pt()), Be !== (Be = pt()) && (ct.value = (ct.__value = Be) ?? "");
        }), g(he, ct);
      }), gt(ue), wt(ue, () => r(q), (he) => M(q, he)), g(T, Q);
    };
    K(ka, (T) => {
      r(se) !== "knockout" && T(ii);
    });
  }
  var xa = c(ka, 2);
  {
    var oi = (T) => {
      var Q = Yu(), ue = c(E(Q)), he = E(ue);
      he.value = he.__value = "groups";
      var Me = c(he);
      Me.value = Me.__value = "positions";
      var He = c(Me);
      He.value = He.__value = "heads", gt(ue), wt(ue, () => r(re), (pt) => M(re, pt)), g(T, Q);
    };
    K(xa, (T) => {
      r(se) === "patching" && T(oi);
    });
  }
  var Sa = c(xa, 2);
  {
    var li = (T) => {
      var Q = Gu(), ue = c(E(Q));
      j(() => oe(ue, "max", r(a).nLayers)), kt(ue, () => r(I), (he) => M(I, he)), g(T, Q);
    };
    K(Sa, (T) => {
      r(se) === "knockout" && T(li);
    });
  }
  var ui = c(Sa, 2);
  {
    var ci = (T) => {
      var Q = Xu();
      ne("click", Q, X), g(T, Q);
    }, fi = (T) => {
      var Q = Zu();
      j(() => Q.disabled = r(R) && !t().second), g(T, Q);
    };
    K(ui, (T) => {
      r(ve) ? T(ci) : T(fi, -1);
    });
  }
  var Ea = c(wn, 2), di = G(Ea, !0), Aa = c(Ea, 2);
  {
    var hi = (T) => {
      var Q = Ka(), ue = G(Q, !0);
      j(() => F(ue, r(fe))), g(T, Q);
    };
    K(Aa, (T) => {
      r(fe) && T(hi);
    });
  }
  var Ma = c(Aa, 2);
  {
    var vi = (T) => {
      var Q = Qu(), ue = E(Q), he = c(ue), Me = c(he);
      j(() => {
        F(ue, `${r(ve) ? "running" : r(z) && r(z).about.done < r(z).about.of ? "stopped" : "done"} `), oe(he, "max", r(z)?.about.of ?? 1), Yn(he, r(z)?.about.done ?? 0), F(Me, ` ${r(z) ? `${r(z).about.done} of ${r(z).about.of} layers` : ""}`);
      }), g(T, Q);
    };
    K(Ma, (T) => {
      (r(ve) || r(z)) && T(vi);
    });
  }
  var pi = c(Ma, 2);
  {
    var _i = (T) => {
      Ys(T, {
        get session() {
          return t();
        },
        get study() {
          return r(a);
        },
        get sweep() {
          return r(z);
        },
        get name() {
          return r(se);
        },
        onexport: (Q) => M(pe, Q)
      });
    };
    K(pi, (T) => {
      r(z) && T(_i);
    });
  }
  j(
    (T) => {
      we !== (we = `0-${r(a).nLayers - 1}`) && (me.value = me.__value = we), F(De, `${r(s) === "block" ? "from" : "tokens"} `), F(di, T);
    },
    [
      () => r(R) && !t().second ? "Add a second image above: patches come from it." : `At most ${r(y).toLocaleString("en")} partial passes, ${Xn(r(y) * r(a).passSeconds)} and ${_l(r(O))}${t().selected.size && r(se) === "patching" ? `, with the ${t().selected.size} selected tokens` : ""}.`
    ]
  ), Ie("submit", ee, (T) => {
    T.preventDefault(), N();
  }), wt(W, () => r(s), (T) => M(s, T)), kt(_e, () => r(l), (T) => M(l, T)), wt(Ke, () => r(o), (T) => M(o, T)), Ie("submit", wn, (T) => {
    T.preventDefault(), J();
  }), wt(kn, () => r(se), (T) => M(se, T)), g(n, le), $e();
}
ht(["click", "change"]);
var tc = /* @__PURE__ */ x('<button type="button" tabindex="-1"> </button>'), rc = /* @__PURE__ */ x("<span> </span>"), nc = /* @__PURE__ */ x('<div><span class="name"><small> </small> <!></span> <!></div>'), ac = /* @__PURE__ */ x('<div class="lens" role="application" tabindex="0"><div class="lens-head lens-row"><span class="name">token</span><!></div> <div class="lens-body"></div></div>');
function sc(n, e) {
  Qe(e, !0);
  let t = je(e, "session", 7);
  const a = /* @__PURE__ */ P(() => e.painted.words.view), s = /* @__PURE__ */ P(() => e.view.arrays.ids.shape), i = /* @__PURE__ */ P(() => wr(r(s), 3)), o = /* @__PURE__ */ P(() => r(i)[0]), l = /* @__PURE__ */ P(() => r(i)[1]), u = /* @__PURE__ */ P(() => r(i)[2]), f = /* @__PURE__ */ P(() => Math.min(t().lensLayer ?? r(o) - 1, r(o) - 1)), h = /* @__PURE__ */ P(() => e.view.arrays.positions.data), v = 24;
  let m = /* @__PURE__ */ H(void 0), d = /* @__PURE__ */ H(0), _ = /* @__PURE__ */ H(400), w = !1, p = /* @__PURE__ */ H(/* @__PURE__ */ new Set());
  const A = /* @__PURE__ */ P(() => {
    if (e.mode === "word") return r(a) ? qt(r(a).arrays.probs, e.painted.word) : [];
    if (e.mode === "find") return e.painted.found?.sum ?? [];
    if (e.mode === "entropy" || e.mode === "kl") return e.view.arrays[e.mode].data;
    const R = new Float32Array(r(o) * r(l));
    for (let y = 0; y < R.length; y++) R[y] = e.view.arrays.probs.data[y * r(u)];
    return R;
  }), b = /* @__PURE__ */ P(() => {
    if (e.mode === "top") return 1;
    let R = e.mode === "word" || e.mode === "find" ? 0.05 : 1e-6;
    for (let y = 0; y < r(A).length; y++) r(A)[y] > R && (R = r(A)[y]);
    return R;
  }), N = /* @__PURE__ */ P(() => {
    const R = Array.from({ length: r(o) }, (O, J) => {
      let X = 0;
      for (let le = 0; le < r(l); le++) X += (r(A)[J * r(l) + le] || 0) / r(b);
      return X / r(l);
    }), y = Math.max(...R, 1e-9);
    return R.map((O) => O / y);
  }), C = /* @__PURE__ */ P(() => {
    const R = [], y = e.view.arrays.ids.data, O = (J, X) => {
      if ((e.study.tokens[r(h)[J]]?.image ?? -1) !== (e.study.tokens[r(h)[X]]?.image ?? -1)) return !1;
      for (let le = 0; le < r(o); le++) if (y[(le * r(l) + J) * r(u)] !== y[(le * r(l) + X) * r(u)]) return !1;
      return !0;
    };
    for (let J = 0; J < r(l); J++) {
      const X = R.at(-1);
      X && O(X.row, J) ? X.count++ : R.push({ row: J, count: 1 });
    }
    return R;
  }), Y = /* @__PURE__ */ P(() => e.folded && e.mode === "top" ? r(C).flatMap((R) => r(p).has(R.row) ? Array.from({ length: R.count }, (y, O) => ({ row: R.row + O, count: 1 })) : [R]) : Array.from({ length: r(l) }, (R, y) => ({ row: y, count: 1 }))), B = /* @__PURE__ */ P(() => Math.max(0, Math.floor(r(d) / v) - 6)), S = /* @__PURE__ */ P(() => Math.min(r(Y).length, Math.ceil((r(d) + r(_)) / v) + 6)), L = (R) => R === null ? -1 : r(h)[R] === R ? R : Array.prototype.indexOf.call(r(h), R), V = (R) => {
    let y = 0, O = r(Y).length - 1;
    for (; y < O; ) {
      const J = y + O + 1 >> 1;
      r(Y)[J].row <= R ? y = J : O = J - 1;
    }
    return y;
  }, U = /* @__PURE__ */ P(() => V(L(t().shownPlace))), $ = /* @__PURE__ */ P(() => L(t().at) < 0 ? -1 : V(L(t().at))), Z = (R, y, O) => e.mode === "top" ? O >= t().least ? ut(e.view.about.strings[e.view.arrays.ids.data[(y * r(l) + R) * r(u)]]) : "" : e.mode === "word" || e.mode === "find" ? O >= Math.max(t().least, 5e-4) ? Dt(O) : "" : Mt(O), ae = (R, y) => Array.from(
    {
      length: Number.isNaN(e.view.arrays.probs.data[(y * r(l) + R) * r(u)]) ? 0 : r(u)
    },
    (O, J) => {
      const X = (y * r(l) + R) * r(u) + J;
      return `${ut(e.view.about.strings[e.view.arrays.ids.data[X]])} ${Dt(e.view.arrays.probs.data[X])}`;
    }
  ).join(", ");
  function se(R) {
    if (!r(m) || R < 0) return;
    const y = V(R) * v, O = r(_) - 50;
    (y < r(m).scrollTop || y + v > r(m).scrollTop + O) && (r(m).scrollTop = Math.max(0, y - O / 2));
  }
  ot(() => {
    const { place: R } = t();
    yt(() => se(L(R)));
  }), ot(() => {
    const { hoverPlace: R } = t();
    R !== null && !w && yt(() => se(L(R)));
  }), ot(() => {
    if (t().lensLayer === null) return;
    const R = r(m)?.querySelector(`.lens-head [data-layer="${r(f)}"]`), y = r(m)?.querySelector(".lens-head .name");
    if (!r(m) || !R || !y) return;
    const O = R.offsetLeft - y.offsetWidth, J = R.offsetLeft + R.offsetWidth - r(m).clientWidth;
    O < r(m).scrollLeft ? r(m).scrollLeft = O : J > r(m).scrollLeft && (r(m).scrollLeft = J);
  });
  function re(R) {
    const y = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-15, 0],
      PageDown: [15, 0]
    }[R.key], O = L(t().place);
    R.key === "Enter" && O >= 0 && q(V(O)), y && (R.preventDefault(), y[0] && (t().place = r(h)[r(Y)[O < 0 ? 0 : Math.max(0, Math.min(r(Y).length - 1, V(O) + y[0]))].row]), t().lensLayer = Math.max(0, Math.min(r(o) - 1, r(f) + y[1])));
  }
  function q(R) {
    const { row: y, count: O } = r(Y)[R];
    O > 1 && M(p, /* @__PURE__ */ new Set([...r(p), y]));
  }
  var I = ac();
  let z;
  var pe = E(I), ie = c(E(pe));
  Te(ie, 17, () => e.view.about.layers, Ce, (R, y, O) => {
    var J = tc();
    oe(J, "data-layer", O);
    let X, le;
    var be = G(J, !0);
    j(
      (ke) => {
        oe(J, "title", `layer ${r(y) ?? ""}; the bar is the mean over all positions`), X = Ft(J, 1, "", null, X, { current: O === r(f) }), le = Ve(J, "", le, { "--mean": ke }), F(be, r(y));
      },
      [() => `${Math.round(100 * r(N)[O])}%`]
    ), ne("click", J, () => t().lensLayer = O), g(R, J);
  });
  var ve = c(pe, 2);
  let fe;
  Te(ve, 23, () => ({ length: Math.max(0, r(S) - r(B)) }), (R, y) => r(Y)[r(B) + y]?.row, (R, y, O) => {
    const J = /* @__PURE__ */ P(() => r(B) + r(O)), X = /* @__PURE__ */ P(() => {
      const { row: _e, count: ce } = r(Y)[r(J)];
      return { row: _e, many: ce };
    }), le = /* @__PURE__ */ P(() => r(h)[r(X).row]);
    var be = nc();
    let ke, xe;
    var k = E(be), ee = E(k), D = G(ee, !0), W = c(ee, 2);
    {
      var te = (_e) => {
        var ce = Kn();
        j(() => F(ce, `▸ ${r(X).many ?? ""} alike`)), g(_e, ce);
      }, Ee = (_e) => {
        var ce = Kn();
        j((de) => F(ce, de), [() => ut(e.study.label(r(le)))]), g(_e, ce);
      };
      K(W, (_e) => {
        r(X).many > 1 ? _e(te) : _e(Ee, -1);
      });
    }
    var ge = c(k, 2);
    Te(ge, 17, () => ({ length: r(o) }), Ce, (_e, ce, de, ye) => {
      const me = /* @__PURE__ */ P(() => r(A)[de * r(l) + r(X).row] ?? NaN);
      var we = rc();
      let ze;
      oe(we, "data-layer", de);
      let st;
      var Ue = G(we, !0);
      j(
        (De, Ke, vt, Ht) => {
          ze = Ft(we, 1, "cell", null, ze, { here: de === r(f) }), oe(we, "title", De), st = Ve(we, "", st, { background: Ke, color: vt }), F(Ue, Ht);
        },
        [
          () => ae(r(X).row, de),
          () => e.mode === "top" ? `color-mix(in srgb, var(--bar) ${Math.round(100 * Math.sqrt(r(me) || 0))}%, transparent)` : Ut(r(me) / r(b), !1),
          () => e.mode === "top" ? null : Gn(r(me) / r(b), !1),
          () => Z(r(X).row, de, r(me))
        ]
      ), Ie("mouseenter", we, () => t().hoverPlace = r(le)), Ie("mouseleave", we, () => t().hoverPlace = null), ne("click", we, () => {
        t().takePlace(r(le)), t().lensLayer = de;
      }), g(_e, we);
    }), j(
      (_e, ce) => {
        ke = Ft(be, 1, "lens-row", null, ke, {
          current: t().shownPlace !== null && r(J) === r(U),
          focus: r(J) === r($)
        }), oe(be, "data-row", r(X).row), oe(be, "data-many", r(X).many), xe = Ve(be, "", xe, { top: `${r(J) * v}px` }), oe(k, "title", _e), F(D, ce);
      },
      [
        () => r(X).many > 1 ? `${r(X).many} tokens that say the same at every layer: click to unfold` : e.study.label(r(le)),
        () => e.study.number(r(le))
      ]
    ), ne("click", k, () => r(X).many > 1 ? q(r(J)) : t().takePlace(r(le))), g(R, be);
  }), en(I, (R) => M(m, R), () => r(m)), j(() => {
    oe(I, "aria-label", `Lens table: ${r(l) ?? ""} positions by ${r(o) ?? ""} layers. Arrow keys move, Enter unfolds.`), z = Ve(I, "", z, { "--columns": r(o) }), fe = Ve(ve, "", fe, { height: `${r(Y).length * v}px` });
  }), Ie("scroll", I, () => M(d, r(m).scrollTop, !0)), ne("keydown", I, re), Ie("pointerenter", I, () => w = !0), Ie("pointerleave", I, () => w = !1), pa(I, "clientHeight", (R) => M(_, R)), g(n, I), $e();
}
ht(["keydown", "click"]);
var ic = /* @__PURE__ */ x('<button type="button" class="map"><canvas></canvas><small> </small></button>'), oc = /* @__PURE__ */ x('<div class="maps" role="group"></div>'), lc = /* @__PURE__ */ fa('<polyline fill="none" stroke-width="2"></polyline>'), uc = /* @__PURE__ */ x("<span><i></i> </span>"), cc = /* @__PURE__ */ x('<figure class="curve"><svg viewBox="0 0 320 84" role="img"><!><line x1="10" x2="310" y1="76" y2="76" stroke="currentColor" opacity=".3"></line></svg> <figcaption class="fine"><!> </figcaption></figure>'), fc = /* @__PURE__ */ x("<!> <!>", 1);
function dc(n, e) {
  Qe(e, !0);
  let t = je(e, "session", 7);
  const a = /* @__PURE__ */ P(() => e.words.arrays.positions.data), s = /* @__PURE__ */ P(() => e.study.images.find((p) => p.boxed)), i = /* @__PURE__ */ P(() => {
    const p = e.study.images.indexOf(r(s)), A = e.study.tokens.filter((C) => C.box && C.image === p && C.frame <= 0), b = A.some((C) => !C.global), N = new Map(Array.from(r(a), (C, Y) => [C, Y]));
    return A.filter((C) => !(C.global && b) && N.has(C.position)).map((C) => ({ box: C.box, row: N.get(C.position) }));
  }), o = /* @__PURE__ */ P(() => Array.from({ length: e.words.about.layers.length }, (p, A) => qt(e.words.arrays.probs, e.painted.word, A))), l = /* @__PURE__ */ P(() => r(o).reduce((p, A) => r(i).reduce((b, { row: N }) => Math.max(b, A[N] || 0), p), 0.05));
  function u(p, A) {
    const b = ({ values: N, high: C }) => {
      const [Y, B] = r(s).size, S = 96 / Math.max(Y, B), L = p.getContext("2d");
      Object.assign(p, {
        width: Math.round(Y * S),
        height: Math.round(B * S)
      });
      for (const { row: V, box: U } of r(i))
        L.fillStyle = Ut(N[V] / C, !1), L.fillRect(U[0] * S, U[1] * S, (U[2] - U[0]) * S + 0.5, (U[3] - U[1]) * S + 0.5);
    };
    return b(A), { update: b };
  }
  const f = /* @__PURE__ */ P(() => t().shownPlace ?? t().at), h = /* @__PURE__ */ P(() => {
    const p = Array.prototype.indexOf.call(r(a), r(f)), [A, b, N] = e.words.arrays.probs.shape;
    return p < 0 ? [] : Array.from({ length: A }, (C, Y) => ({
      word: e.words.about.words[Y],
      values: Array.from({ length: b }, (B, S) => e.words.arrays.probs.data[(Y * b + S) * N + p])
    }));
  });
  var v = fc(), m = Pe(v);
  {
    var d = (p) => {
      var A = oc();
      Te(A, 21, () => e.words.about.layers, Ce, (b, N, C) => {
        var Y = ic(), B = E(Y);
        Qo(B, (V, U) => u?.(V, U), () => ({ values: r(o)[C], high: r(l) }));
        var S = c(B), L = G(S, !0);
        j(() => {
          oe(Y, "aria-pressed", e.layer === C && t().paint === "word"), F(L, r(N));
        }), ne("click", Y, () => {
          t().lensLayer = C, t().paint = "word";
        }), g(b, Y);
      }), j(() => oe(A, "aria-label", `“${e.words.about.words[e.painted.word] ?? ""}” over the image, layer by layer`)), g(p, A);
    };
    K(m, (p) => {
      r(s) && r(i).length && p(d);
    });
  }
  var _ = c(m, 2);
  {
    var w = (p) => {
      var A = cc(), b = E(A), N = E(b);
      Te(N, 17, () => r(h), Ce, (S, L, V) => {
        let U = () => r(L).values;
        var $ = lc();
        j(
          (Z) => {
            oe($, "stroke", ur[V % ur.length]), oe($, "points", Z);
          },
          [
            () => U().flatMap((Z, ae) => Number.isNaN(Z) ? [] : [
              `${10 + 300 * ae / Math.max(1, U().length - 1)},${76 - 68 * Z}`
            ]).join(" ")
          ]
        ), g(S, $);
      });
      var C = c(b, 2), Y = E(C);
      Te(Y, 17, () => r(h), Ce, (S, L, V) => {
        let U = () => r(L).word, $ = () => r(L).values;
        var Z = uc(), ae = E(Z);
        let se;
        var re = c(ae);
        j(
          (q) => {
            se = Ve(ae, "", se, { background: ur[V % ur.length] }), F(re, `${U() ?? ""} ${q ?? ""}`);
          },
          [() => Dt($().at(-1) ?? 0)]
        ), g(S, Z);
      });
      var B = c(Y);
      j(
        (S, L) => {
          oe(b, "aria-label", `Probability over layers at ${S ?? ""}`), F(B, ` over layers, at ${L ?? ""}`);
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
  g(n, v), $e();
}
ht(["click"]);
var hc = /* @__PURE__ */ x('<span class="fine">what each token says, if the model stopped at that layer</span>'), Va = /* @__PURE__ */ x('<p class="error" role="alert"> </p>'), vc = /* @__PURE__ */ x('<p> <button type="button" class="primary">read it</button></p>'), pc = /* @__PURE__ */ x('<button type="button" title="its probability at every layer and token, however small">follow</button>'), Ja = /* @__PURE__ */ x('<button type="button"> </button>'), _c = /* @__PURE__ */ x('<p class="fine hits" role="status"> </p>'), gc = /* @__PURE__ */ x("<option> </option>"), mc = /* @__PURE__ */ x('<label title="what image tokens would say if the vision encoder stopped at a block"><input type="checkbox"/> vision blocks</label>'), bc = /* @__PURE__ */ x('<p class="fine"> </p>'), yc = /* @__PURE__ */ x('<div class="row"><form class="row" role="search"><input type="search" aria-label="Find a token" placeholder="find a token" size="12" autocomplete="off" spellcheck="false"/> <button type="button" aria-label="Previous hit">↑</button><button type="button" aria-label="Next hit">↓</button> <!></form> <div class="chips" role="group" aria-label="What the table shows"><button type="button">most probable</button> <!> <!></div></div> <!> <!> <div class="row"><label class="grow">layer <output> </output><input type="range" min="0"/></label> <button type="button"> </button> <label>hide below <select></select></label> <label><input type="checkbox"/> fold equal rows</label> <!></div> <!> <!> <!>', 1), wc = /* @__PURE__ */ x('<section class="card" aria-label="Lens"><!> <!> <!> <!></section>');
function kc(n, e) {
  Qe(e, !0);
  let t = je(e, "session", 7);
  const a = /* @__PURE__ */ P(() => e.painted.lens.view), s = /* @__PURE__ */ P(() => e.painted.words.view), i = /* @__PURE__ */ P(() => r(a)?.arrays.ids.shape ?? [0, 0, 0]), o = /* @__PURE__ */ P(() => wr(r(i), 3)), l = /* @__PURE__ */ P(() => r(o)[0]), u = /* @__PURE__ */ P(() => r(o)[1]), f = /* @__PURE__ */ P(() => r(o)[2]), h = /* @__PURE__ */ P(() => Math.min(t().lensLayer ?? r(l) - 1, Math.max(0, r(l) - 1)));
  let v = /* @__PURE__ */ H("top"), m = /* @__PURE__ */ H(!0), d = /* @__PURE__ */ H(-1), _ = /* @__PURE__ */ H(null);
  const w = /* @__PURE__ */ P(() => t().words.length ? t().words : t().target ? [t().target.text.trim() || "word"] : []), p = /* @__PURE__ */ P(() => ["entropy", "kl"].filter((I) => r(a)?.arrays[I])), A = /* @__PURE__ */ P(() => e.painted.found), b = /* @__PURE__ */ P(() => t().source.kind !== "page");
  function N(I, z = e.painted.word) {
    M(v, I, !0), t().word = z, (I === "top" || I === "word" || I === "find") && (t().paint = I);
  }
  function C(I) {
    t().find = I, M(d, -1), N(I.trim() ? "find" : "top");
  }
  function Y(I) {
    !r(A)?.hits.length || !r(a) || (M(
      d,
      r(d) < 0 && I < 0 ? r(A).hits.length - 1 : (r(d) + I + r(A).hits.length) % r(A).hits.length,
      !0
    ), t().takePlace(r(a).arrays.positions.data[r(A).hits[r(d)] % r(u)]), t().lensLayer = Math.floor(r(A).hits[r(d)] / r(u)));
  }
  function B() {
    const I = t().find.trim();
    I && (t().words = [...t().words.filter((z) => z !== I), I].slice(-8), t().find = "", N("word", t().words.length - 1));
  }
  function S() {
    const I = () => {
      clearInterval(r(_)), M(_, null);
    };
    if (r(_) !== null) return I();
    t().lensLayer = 0, M(_, setInterval(() => r(h) >= r(l) - 1 ? I() : t().lensLayer = r(h) + 1, 600), !0);
  }
  ot(() => () => clearInterval(r(_) ?? void 0));
  const L = /* @__PURE__ */ P(() => r(a) ? {
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
      ...Array.from({ length: r(l) * r(u) }, (I, z) => {
        const pe = r(a).arrays.positions.data[z % r(u)];
        return [
          r(a).about.layers[Math.floor(z / r(u))],
          e.study.number(pe),
          e.study.label(pe),
          r(a).about.strings[r(a).arrays.ids.data[z * r(f)]],
          r(a).arrays.probs.data[z * r(f)],
          ...r(p).map((ie) => r(a).arrays[ie].data[z])
        ];
      })
    ]
  } : null);
  var V = wc(), U = E(V);
  {
    let I = /* @__PURE__ */ P(() => r(v) === "word" && r(s) ? r(s).about.code : r(a)?.about.code ?? "");
    rr(U, {
      title: "Logit lens",
      get code() {
        return r(I);
      },
      get exporter() {
        return r(L);
      },
      children: (z, pe) => {
        var ie = hc();
        g(z, ie);
      },
      $$slots: { default: !0 }
    });
  }
  var $ = c(U, 2);
  {
    var Z = (I) => {
      var z = Va(), pe = G(z, !0);
      j(() => F(pe, e.painted.lens.error)), g(I, z);
    };
    K($, (I) => {
      e.painted.lens.error && I(Z);
    });
  }
  var ae = c($, 2);
  {
    var se = (I) => {
      var z = vc(), pe = E(z), ie = c(pe);
      j((ve, fe) => F(pe, `The lens of ${ve ?? ""} tokens at ${e.study.nLayers + 1} layers takes about ${fe ?? ""}. `), [
        () => e.study.tokens.length.toLocaleString("en"),
        () => Xn(e.painted.lensWaits)
      ]), ne("click", ie, () => t().wantsLens = !0), g(I, z);
    };
    K(ae, (I) => {
      e.painted.lensWaits && I(se);
    });
  }
  var re = c(ae, 2);
  {
    var q = (I) => {
      var z = yc(), pe = Pe(z), ie = E(pe), ve = E(ie), fe = c(ve, 2), R = c(fe), y = c(R, 2);
      {
        var O = (Se) => {
          var Oe = pc();
          j((Re) => Oe.disabled = Re, [() => !t().find.trim()]), ne("click", Oe, B), g(Se, Oe);
        };
        K(y, (Se) => {
          r(b) && Se(O);
        });
      }
      var J = c(ie, 2), X = E(J), le = c(X, 2);
      Te(le, 17, () => r(w), Ce, (Se, Oe, Re) => {
        var rt = Ja(), Tt = G(rt, !0);
        j(() => {
          oe(rt, "aria-pressed", r(v) === "word" && e.painted.word === Re), F(Tt, r(Oe));
        }), ne("click", rt, () => N("word", Re)), g(Se, rt);
      });
      var be = c(le, 2);
      Te(be, 17, () => r(p), Ce, (Se, Oe) => {
        var Re = Ja(), rt = G(Re, !0);
        j(() => {
          oe(Re, "aria-pressed", r(v) === r(Oe)), F(rt, r(Oe) === "kl" ? "KL to output" : r(Oe));
        }), ne("click", Re, () => N(r(Oe))), g(Se, Re);
      });
      var ke = c(pe, 2);
      {
        var xe = (Se) => {
          var Oe = _c(), Re = G(Oe);
          j((rt, Tt) => F(Re, `Tokens that ${r(A).whole ? "are" : "contain"} “${rt ?? ""}”: ${Tt ?? ""}`), [
            () => t().find.trim(),
            () => r(A).hits.length ? `${r(A).hits.length.toLocaleString("en")} hits in ${r(A).layers} of ${r(l)} layers, among the top ${r(f)}. ↓ goes to the most probable.` : `none among the top ${r(f)}, at any layer and position.`
          ]), g(Se, Oe);
        };
        K(ke, (Se) => {
          r(A) && Se(xe);
        });
      }
      var k = c(ke, 2);
      {
        var ee = (Se) => {
          var Oe = Va(), Re = G(Oe, !0);
          j(() => F(Re, e.painted.words.error)), g(Se, Oe);
        };
        K(k, (Se) => {
          e.painted.words.error && Se(ee);
        });
      }
      var D = c(k, 2), W = E(D), te = c(E(W)), Ee = G(te, !0), ge = c(te), _e = c(W, 2), ce = G(_e, !0), de = c(_e, 2), ye = c(E(de));
      Te(ye, 20, () => [0, 0.01, 0.05, 0.2, 0.5], Ce, (Se, Oe) => {
        var Re = gc(), rt = G(Re), Tt = {};
        j(() => {
          F(rt, `${100 * Oe}%`), Tt !== (Tt = Oe) && (Re.value = (Re.__value = Tt) ?? "");
        }), g(Se, Re);
      }), gt(ye);
      var me = c(de, 2), we = E(me), ze = c(me, 2);
      {
        var st = (Se) => {
          var Oe = mc(), Re = E(Oe);
          j(() => zs(Re, t().vision)), ne("change", Re, (rt) => {
            t().vision = rt.currentTarget.checked, t().lensLayer !== null && (t().lensLayer = Math.max(0, t().lensLayer + (t().vision ? e.study.costs.n_vision : -e.study.costs.n_vision)));
          }), g(Se, Oe);
        };
        K(ze, (Se) => {
          e.study.costs.n_vision && Se(st);
        });
      }
      var Ue = c(D, 2);
      {
        var De = (Se) => {
          dc(Se, {
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
        K(Ue, (Se) => {
          r(s) && Se(De);
        });
      }
      var Ke = c(Ue, 2);
      sc(Ke, {
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
      var vt = c(Ke, 2);
      {
        var Ht = (Se) => {
          var Oe = bc(), Re = G(Oe, !0);
          j(() => F(Re, t().note)), g(Se, Oe);
        };
        K(vt, (Se) => {
          t().note && Se(Ht);
        });
      }
      j(() => {
        Yn(ve, t().find), fe.disabled = !r(A)?.hits.length, R.disabled = !r(A)?.hits.length, oe(X, "aria-pressed", r(v) === "top"), F(Ee, r(a).about.layers[r(h)]), oe(ge, "max", r(l) - 1), Yn(ge, r(h)), oe(ge, "aria-valuetext", r(a).about.layers[r(h)]), oe(_e, "aria-pressed", r(_) !== null), F(ce, r(_) === null ? "play" : "stop");
      }), Ie("submit", ie, (Se) => {
        Se.preventDefault(), Y(1);
      }), ne("input", ve, (Se) => C(Se.currentTarget.value)), ne("click", fe, () => Y(-1)), ne("click", R, () => Y(1)), ne("click", X, () => N("top")), ne("input", ge, (Se) => {
        t().lensLayer = Number(Se.currentTarget.value), t().paint !== "word" && t().paint !== "find" && (t().paint = "top");
      }), ne("click", _e, S), wt(ye, () => t().least, (Se) => t().least = Se), ll(we, () => r(m), (Se) => M(m, Se)), g(I, z);
    };
    K(re, (I) => {
      r(a) && I(q);
    });
  }
  g(n, V), $e();
}
ht(["click", "input", "change"]);
var xc = /* @__PURE__ */ x('<th scope="col">and then</th>'), Sc = /* @__PURE__ */ x("<td><span> </span> <small> </small></td>"), Ec = /* @__PURE__ */ x('<tr><th scope="row"> </th><!></tr>'), Ac = /* @__PURE__ */ x('<p class="fine facts"> </p>'), Mc = /* @__PURE__ */ x('<h3> <small> </small></h3> <div class="reading"><table><caption class="hidden"> </caption><thead><tr><th scope="col">layer</th><th scope="col">says</th><!></tr></thead><tbody></tbody></table></div> <!>', 1);
function Nc(n, e) {
  Qe(e, !0);
  const t = /* @__PURE__ */ P(() => e.painted.lens.view), a = /* @__PURE__ */ P(() => e.painted.words.view), s = /* @__PURE__ */ P(() => e.session.shownPlace ?? e.session.at), i = /* @__PURE__ */ P(() => r(t) ? Array.prototype.indexOf.call(r(t).arrays.positions.data, r(s)) : -1), o = /* @__PURE__ */ P(() => r(t) ? Math.min(e.session.lensLayer ?? 1 / 0, r(t).about.layers.length - 1) : 0), l = /* @__PURE__ */ P(() => {
    if (!r(t) || r(i) < 0) return [];
    const { ids: m, probs: d } = r(t).arrays, [_, w, p] = m.shape;
    return Array.from({ length: _ }, (A, b) => ({
      nth: b,
      layer: r(t).about.layers[b],
      top: Array.from({ length: Math.min(3, p) }, (N, C) => {
        const Y = (b * w + r(i)) * p + C;
        return {
          text: r(t).about.strings[m.data[Y]],
          p: d.data[Y],
          id: r(t).arrays.tokens.data[m.data[Y]]
        };
      })
    })).filter(({ top: A }) => !Number.isNaN(A[0].p)).reverse();
  }), u = /* @__PURE__ */ P(() => {
    if (!r(t) || r(i) < 0) return "";
    const m = r(t).arrays.ids.shape[1], d = r(o) * m + r(i), _ = [];
    r(t).arrays.entropy && _.push(`entropy ${Mt(r(t).arrays.entropy.data[d])} nats`), r(t).arrays.kl && _.push(`KL to output ${Mt(r(t).arrays.kl.data[d])} nats`);
    const w = r(a) ? r(a).arrays.probs.shape[1] * m : 0;
    return r(a) && r(a).arrays.probs.shape[2] === m && r(a).about.words.forEach((p, A) => {
      const b = r(a).arrays.ranks?.data[A * w + d];
      _.push(`“${p}” ${Dt(r(a).arrays.probs.data[A * w + d])}${b ? `, rank ${b > 127 && r(a).about.coded ? "about " : ""}${b.toLocaleString("en")}` : ""}`);
    }), _.length ? `Layer ${r(t).about.layers[r(o)]}: ${_.join("; ")}.` : "";
  });
  var f = tr(), h = Pe(f);
  {
    var v = (m) => {
      var d = Mc(), _ = Pe(d), w = E(_), p = c(w), A = G(p), b = c(_, 2), N = E(b), C = E(N), Y = G(C), B = c(C), S = E(B), L = c(E(S), 2);
      {
        var V = (ae) => {
          var se = xc();
          j(() => oe(se, "colspan", r(l)[0].top.length - 1)), g(ae, se);
        };
        K(L, (ae) => {
          r(l)[0].top.length > 1 && ae(V);
        });
      }
      var U = c(B);
      Te(U, 21, () => r(l), ({ nth: ae, layer: se, top: re }) => ae, (ae, se) => {
        let re = () => r(se).nth, q = () => r(se).layer, I = () => r(se).top;
        var z = Ec();
        let pe;
        var ie = E(z), ve = G(ie, !0), fe = c(ie);
        Te(fe, 17, I, Ce, (R, y) => {
          let O = () => r(y).text, J = () => r(y).p, X = () => r(y).id;
          var le = Sc();
          let be, ke;
          var xe = E(le), k = G(xe, !0), ee = c(xe, 2), D = G(ee, !0);
          j(
            (W, te) => {
              be = Ft(le, 1, "", null, be, { target: e.session.target?.id === X() }), ke = Ve(le, "", ke, { "--share": `${100 * J()}%` }), F(k, W), F(D, te);
            },
            [() => ut(O()), () => Dt(J())]
          ), g(R, le);
        }), j(() => {
          pe = Ft(z, 1, "", null, pe, { here: re() === r(o) }), F(ve, q());
        }), g(ae, z);
      });
      var $ = c(b, 2);
      {
        var Z = (ae) => {
          var se = Ac(), re = G(se, !0);
          j(() => F(re, r(u))), g(ae, se);
        };
        K($, (ae) => {
          r(u) && ae(Z);
        });
      }
      j(
        (ae, se, re) => {
          F(w, `${e.session.shownPlace === null ? "The focus says" : "This token says"} `), F(A, `${ae ?? ""}, position ${se ?? ""}, by layer`), oe(b, "data-reading", r(s)), F(Y, `Most probable tokens at position ${re ?? ""}, layer by layer`);
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
  g(n, f), $e();
}
var Ya = /* @__PURE__ */ x('<button type="button"> </button>'), Tc = /* @__PURE__ */ x('<div class="chips" role="group" aria-label="Which image"></div>'), Pc = /* @__PURE__ */ x('<div class="chips" role="group" aria-label="Which view"><button type="button">tiles</button> <button type="button">global view</button></div>'), Lc = /* @__PURE__ */ x('<label class="grow"> <input type="range" min="0"/></label>'), Oc = /* @__PURE__ */ x('<div class="row"><!> <!> <!></div>'), Rc = /* @__PURE__ */ x('<img alt=""/>'), Cc = /* @__PURE__ */ x('<div><div class="stage"><!> <div class="over" role="application" tabindex="0"><canvas></canvas></div></div></div> <div class="row tools"><div class="chips" role="group" aria-label="Tool"></div> <label class="zoom">zoom <input type="range" min="1" max="6" step="0.5" aria-label="Zoom"/></label></div>', 1), Ic = /* @__PURE__ */ x('<p class="fine">Tokens of this image stand for no place in it, so there is no map; the strip below shows them in their order.</p>'), Fc = /* @__PURE__ */ x('<p class="legend"><span> </span><span class="ramp"></span><span> </span><span class="label"> </span></p>'), jc = /* @__PURE__ */ x('<p class="fine"> <button type="button" class="link">clear</button></p>'), Uc = /* @__PURE__ */ x('<div class="stage-box"><!> <!> <!> <p class="fine readout" role="status"> </p> <!></div>');
function Gs(n, e) {
  Qe(e, !0);
  let t = je(e, "session", 7), a = je(e, "name", 3, "Image"), s = je(e, "tall", 3, "58vh"), i = /* @__PURE__ */ H(0), o = /* @__PURE__ */ H(0), l = /* @__PURE__ */ H(!1), u = /* @__PURE__ */ H(1), f = /* @__PURE__ */ H("point"), h = /* @__PURE__ */ H(void 0), v = /* @__PURE__ */ H(0), m = /* @__PURE__ */ H(0), d = /* @__PURE__ */ H([]);
  const _ = /* @__PURE__ */ P(() => e.study.images[Math.min(r(i), e.study.images.length - 1)]), w = /* @__PURE__ */ P(() => r(_)?.size ?? [1, 1]), p = /* @__PURE__ */ P(() => e.study.tokens.filter((k) => k.kind === "image" && k.image === Math.min(r(i), e.study.images.length - 1))), A = /* @__PURE__ */ P(() => [...new Set(r(p).map((k) => k.frame))].filter((k) => k >= 0)), b = /* @__PURE__ */ P(() => [...new Set(r(p).map((k) => k.global))]), N = /* @__PURE__ */ P(() => r(p).filter((k) => k.box && (r(A).length ? k.frame === r(A)[Math.min(r(o), r(A).length - 1)] : r(b).length < 2 || k.global === r(l)))), C = /* @__PURE__ */ P(() => r(_) ? r(_).frames[Math.min(
    r(A).length ? Math.floor(Math.min(r(o), r(A).length - 1) / r(A).length * r(_).frames.length) : 0,
    r(_).frames.length - 1
  )] : null), Y = /* @__PURE__ */ P(() => r(_) && r(C) ? r(_).frames.indexOf(r(C)) : 0), B = /* @__PURE__ */ P(() => new Map(r(N).map((k) => [k.position, k]))), S = /* @__PURE__ */ P(() => r(v) ? r(v) / r(w)[0] : 0);
  ot(() => {
    const k = t().place === null ? null : e.study.tokens[t().place];
    k?.kind === "image" && (M(i, k.image, !0), k.frame >= 0 && M(
      o,
      [
        ...new Set(e.study.tokens.filter((ee) => ee.image === k.image && ee.frame >= 0).map((ee) => ee.frame))
      ].indexOf(k.frame),
      !0
    ), M(l, k.global, !0));
  });
  function L() {
    if (!r(h) || !r(S)) return;
    const k = devicePixelRatio || 1, ee = r(v) * r(w)[1] / r(w)[0];
    (r(h).width !== Math.round(r(v) * k) || r(h).height !== Math.round(ee * k)) && (r(h).width = Math.round(r(v) * k), r(h).height = Math.round(ee * k));
    const D = r(h).getContext("2d");
    D.setTransform(k * r(S), 0, 0, k * r(S), 0, 0), D.clearRect(0, 0, r(w)[0], r(w)[1]);
    const W = 1 / r(S);
    if (e.painting) {
      const { values: te, texts: Ee, signed: ge, high: _e } = e.painting, [ce, de] = Ee ? [0.5, 0] : ge ? [0.12, 0.72] : [0.42, 0.4];
      for (const { position: ye, box: me } of r(N)) {
        const we = te[ye] ?? NaN;
        Number.isNaN(we) || (D.globalAlpha = ce + de * Math.min(1, Math.abs(we) / _e), D.fillStyle = Ut(we / _e, ge), D.fillRect(me[0], me[1], me[2] - me[0], me[3] - me[1]));
      }
      D.globalAlpha = 1, e.painting.texts && r(N).length <= 900 && U(D);
    } else if (r(N).length <= 4e3) {
      D.strokeStyle = "rgba(255,255,255,.28)", D.lineWidth = W;
      for (const { box: te } of r(N)) D.strokeRect(te[0], te[1], te[2] - te[0], te[3] - te[1]);
    }
    for (const te of t().selected) V(D, te, "#14e0c0", 2);
    t().place !== null && V(D, t().place, "#fff", 3), t().hoverPlace !== null && V(D, t().hoverPlace, "#ffe14d", 2), r(d).length > 1 && (D.strokeStyle = "#14e0c0", D.lineWidth = 2 * W, D.beginPath(), r(f) === "box" ? D.rect(r(d)[0][0], r(d)[0][1], r(d).at(-1)[0] - r(d)[0][0], r(d).at(-1)[1] - r(d)[0][1]) : r(d).forEach(([te, Ee], ge) => ge ? D.lineTo(te, Ee) : D.moveTo(te, Ee)), D.stroke());
  }
  function V(k, ee, D, W) {
    const te = r(B).get(ee)?.box;
    if (te)
      for (const [Ee, ge] of [["#000", 2], [D, 0]])
        k.strokeStyle = Ee, k.lineWidth = (W + ge) / r(S), k.strokeRect(te[0], te[1], te[2] - te[0], te[3] - te[1]);
  }
  function U(k) {
    k.textAlign = "center", k.textBaseline = "middle", k.fillStyle = "#fff", k.strokeStyle = "#000";
    for (const { position: ee, box: D } of r(N)) {
      if (!e.painting.texts[ee]) continue;
      const W = ut(e.painting.texts[ee]).slice(0, 12), te = D[2] - D[0], Ee = D[3] - D[1], ge = Math.min(Ee * 0.34, te * 1.5 / Math.max(2, W.length));
      k.font = `600 ${ge}px system-ui, sans-serif`, k.lineWidth = ge / 6, k.strokeText(W, (D[0] + D[2]) / 2, (D[1] + D[3]) / 2, te), k.fillText(W, (D[0] + D[2]) / 2, (D[1] + D[3]) / 2, te);
    }
  }
  ot(L);
  function $(k) {
    const ee = r(h).getBoundingClientRect();
    return [
      (k.clientX - ee.left) / ee.width * r(w)[0],
      (k.clientY - ee.top) / ee.height * r(w)[1]
    ];
  }
  const Z = ([k, ee]) => r(N).find(({ box: D }) => k >= D[0] && k < D[2] && ee >= D[1] && ee < D[3]);
  function ae(k) {
    const ee = $(k);
    if (r(d).length) {
      M(d, [...r(d), ee]);
      return;
    }
    const D = Z(ee);
    t().hoverPlace = D?.position ?? null;
  }
  function se(k) {
    r(f) === "point" || k.button || (r(h).setPointerCapture(k.pointerId), M(d, [$(k)]));
  }
  function re(k) {
    const ee = $(k);
    if (r(f) === "point") {
      const W = Z(ee);
      W && (k.shiftKey || k.ctrlKey || k.metaKey) ? t().toggle([W.position], "flip") : W && t().takePlace(t().place === W.position ? null : W.position);
      return;
    }
    if (!r(d).length) return;
    const D = r(N).filter(({ box: W }) => q((W[0] + W[2]) / 2, (W[1] + W[3]) / 2, W)).map((W) => W.position);
    t().toggle(D, k.shiftKey ? "add" : "set"), M(d, []);
  }
  function q(k, ee, D) {
    const [W, te] = [r(d)[0], r(d).at(-1)];
    if (r(f) === "box") {
      const [ge, _e] = [Math.min(W[0], te[0]), Math.max(W[0], te[0])], [ce, de] = [Math.min(W[1], te[1]), Math.max(W[1], te[1])];
      return D[2] > ge && D[0] < _e && D[3] > ce && D[1] < de;
    }
    if (r(f) === "brush") return r(d).some(([ge, _e]) => ge >= D[0] && ge < D[2] && _e >= D[1] && _e < D[3]);
    let Ee = !1;
    for (let ge = 0, _e = r(d).length - 1; ge < r(d).length; _e = ge++) {
      const [ce, de] = r(d)[ge], [ye, me] = r(d)[_e];
      de > ee != me > ee && k < (ye - ce) * (ee - de) / (me - de) + ce && (Ee = !Ee);
    }
    return Ee;
  }
  function I(k) {
    const ee = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1]
    }[k.key], D = t().shownPlace === null ? null : r(B).get(t().shownPlace);
    if (ee) {
      k.preventDefault();
      const W = D ? z(D, ee) : r(N)[0];
      W && (t().hoverPlace = W.position);
    } else (k.key === "Enter" || k.key === " ") && t().shownPlace !== null ? (k.preventDefault(), k.shiftKey ? t().toggle([t().shownPlace], "flip") : t().takePlace(t().shownPlace)) : (k.key === "r" || k.key === "c") && D && t().toggle(r(N).filter((W) => k.key === "r" ? W.row === D.row : W.column === D.column).map((W) => W.position), "add");
  }
  function z(k, [ee, D]) {
    const W = (ce) => [
      (ce.box[0] + ce.box[2]) / 2,
      (ce.box[1] + ce.box[3]) / 2
    ], [te, Ee] = W(k);
    let ge, _e = 1 / 0;
    for (const ce of r(N)) {
      const [de, ye] = W(ce), me = (de - te) * ee + (ye - Ee) * D, we = Math.abs((de - te) * D) + Math.abs((ye - Ee) * ee);
      me > 0.01 && me + 3 * we < _e && ([ge, _e] = [ce, me + 3 * we]);
    }
    return ge;
  }
  const pe = /* @__PURE__ */ P(() => {
    const k = t().shownPlace, ee = k === null ? null : e.study.tokens[k];
    if (!ee) return "Point at a token, click to keep it, Esc lets go.";
    const D = e.painting?.values[k], W = ee.box ? `, pixels ${ee.box.map((te) => Math.round(te)).join(", ")}` : "";
    return `Token ${e.study.number(k)}: ${JSON.stringify(e.study.label(k))}${W}${D === void 0 || Number.isNaN(D) ? "" : ` · ${Mt(D)}`}`;
  });
  ot(() => {
    e.onexport?.({
      name: "image",
      svg: () => Ks(
        r(w)[0],
        r(w)[1],
        r(N).map((k) => ({
          box: k.box,
          fill: e.painting ? Ut((e.painting.values[k.position] ?? NaN) / e.painting.high, e.painting.signed) : "none",
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
  var ie = Uc(), ve = E(ie);
  {
    var fe = (k) => {
      var ee = Oc(), D = E(ee);
      {
        var W = (ce) => {
          var de = Tc();
          Te(de, 21, () => e.study.images, Ce, (ye, me, we) => {
            var ze = Ya(), st = G(ze);
            j(() => {
              oe(ze, "aria-pressed", r(i) === we), F(st, `${r(me).kind === "video" ? "video" : "image"} ${we + 1}`);
            }), ne("click", ze, () => M(i, we, !0)), g(ye, ze);
          }), g(ce, de);
        };
        K(D, (ce) => {
          e.study.images.length > 1 && ce(W);
        });
      }
      var te = c(D, 2);
      {
        var Ee = (ce) => {
          var de = Pc(), ye = E(de), me = c(ye, 2);
          j(() => {
            oe(ye, "aria-pressed", !r(l)), oe(me, "aria-pressed", r(l));
          }), ne("click", ye, () => M(l, !1)), ne("click", me, () => M(l, !0)), g(ce, de);
        };
        K(te, (ce) => {
          r(b).length > 1 && ce(Ee);
        });
      }
      var ge = c(te, 2);
      {
        var _e = (ce) => {
          var de = Lc(), ye = E(de), me = c(ye);
          j(
            (we) => {
              F(ye, `frame ${we ?? ""} of ${r(A).length ?? ""} `), oe(me, "max", r(A).length - 1);
            },
            [() => Math.min(r(o), r(A).length - 1) + 1]
          ), kt(me, () => r(o), (we) => M(o, we)), g(ce, de);
        };
        K(ge, (ce) => {
          r(A).length && ce(_e);
        });
      }
      g(k, ee);
    };
    K(ve, (k) => {
      (e.study.images.length > 1 || r(A).length || r(b).length > 1) && k(fe);
    });
  }
  var R = c(ve, 2);
  {
    var y = (k) => {
      var ee = Cc(), D = Pe(ee);
      let W;
      var te = E(D);
      let Ee;
      var ge = E(te);
      {
        var _e = (Ue) => {
          var De = Rc();
          let Ke, vt;
          j(
            (Ht) => {
              oe(De, "src", Ht), Ke = Ft(De, 1, "", null, Ke, { dim: e.painting }), vt = Ve(De, "", vt, {
                left: `${100 * r(C).area[0] / r(w)[0]}%`,
                top: `${100 * r(C).area[1] / r(w)[1]}%`,
                width: `${100 * (r(C).area[2] - r(C).area[0]) / r(w)[0]}%`,
                height: `${100 * (r(C).area[3] - r(C).area[1]) / r(w)[1]}%`
              });
            },
            [
              () => t().source.pictureUrl(e.study.id, Math.min(r(i), e.study.images.length - 1), r(Y))
            ]
          ), Ie("load", De, () => yo(m)), g(Ue, De);
        };
        K(ge, (Ue) => {
          r(C) && Ue(_e);
        });
      }
      var ce = c(ge, 2);
      let de;
      var ye = E(ce);
      en(ye, (Ue) => M(h, Ue), () => r(h));
      var me = c(D, 2), we = E(me);
      Te(we, 20, () => ["point", "box", "brush", "lasso"], Ce, (Ue, De) => {
        var Ke = Ya(), vt = G(Ke, !0);
        j(() => {
          oe(Ke, "aria-pressed", r(f) === De), F(vt, De);
        }), ne("click", Ke, () => M(f, De, !0)), g(Ue, Ke);
      });
      var ze = c(we, 2), st = c(E(ze));
      j(() => {
        W = Ft(D, 1, "scroller", null, W, { zoomed: r(u) > 1 }), Ee = Ve(te, "", Ee, {
          width: `${100 * r(u)}%`,
          "max-width": r(u) === 1 ? `min(100%, calc(${s()} * ${r(w)[0] / r(w)[1]}))` : "none"
        }), oe(ce, "aria-label", `${a() ?? ""}: ${r(N).length ?? ""} tokens. Arrow keys move between tokens, Enter keeps one, Shift and Enter adds it to the selection, r and c add its row or column, Escape lets go.`), oe(ce, "data-stage", a()), de = Ve(ce, "", de, {
          "aspect-ratio": `${r(w)[0] ?? ""} / ${r(w)[1] ?? ""}`
        });
      }), ne("keydown", ce, I), ne("pointermove", ye, ae), ne("pointerdown", ye, se), ne("pointerup", ye, re), Ie("pointerleave", ye, () => t().hoverPlace = null), pa(te, "clientWidth", (Ue) => M(v, Ue)), kt(st, () => r(u), (Ue) => M(u, Ue)), g(k, ee);
    }, O = (k) => {
      var ee = Ic();
      g(k, ee);
    };
    K(R, (k) => {
      r(_) && r(N).length ? k(y) : e.study.images.length && k(O, 1);
    });
  }
  var J = c(R, 2);
  {
    var X = (k) => {
      var ee = Fc(), D = E(ee), W = G(D, !0), te = c(D);
      let Ee;
      var ge = c(te), _e = G(ge, !0), ce = c(ge), de = G(ce, !0);
      j(
        (ye, me, we) => {
          F(W, ye), Ee = Ve(te, "", Ee, { background: me }), F(_e, we), F(de, e.painting.label);
        },
        [
          () => e.painting.signed ? `−${Mt(e.painting.high)}` : "0",
          () => pl(e.painting.signed),
          () => Mt(e.painting.high)
        ]
      ), g(k, ee);
    };
    K(J, (k) => {
      e.painting && k(X);
    });
  }
  var le = c(J, 2), be = G(le, !0), ke = c(le, 2);
  {
    var xe = (k) => {
      var ee = jc(), D = E(ee), W = c(D);
      j(() => F(D, `${t().selected.size ?? ""} tokens selected `)), ne("click", W, () => t().toggle([])), g(k, ee);
    };
    K(ke, (k) => {
      t().selected.size && k(xe);
    });
  }
  j(() => F(be, r(pe))), g(n, ie), $e();
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
  #e = /* @__PURE__ */ P(
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
    M(this.#e, e);
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
var Dc = /* @__PURE__ */ x("<option></option>"), Hc = /* @__PURE__ */ x('<label class="fine">example <select><option>choose</option><!></select></label>'), zc = /* @__PURE__ */ x('<button type="button" class="link">close</button>'), Bc = /* @__PURE__ */ x('<span class="error"> </span>'), qc = /* @__PURE__ */ x('<p>answers <b class="answer" data-second-answer=""> </b> <!></p> <!>', 1), Wc = /* @__PURE__ */ x('<p class="fine">The same question about another image, beside the first: choose one to compare and to patch from.</p>'), Kc = /* @__PURE__ */ x('<section class="card" aria-label="Second image"><div class="bar"><h2>Second image</h2> <span class="grow"></span> <!> <button type="button">file</button> <input type="file" accept="image/*" class="hidden" tabindex="-1" aria-hidden="true"/> <!></div> <!></section>');
function Vc(n, e) {
  Qe(e, !0);
  let t = je(e, "session", 7), a = /* @__PURE__ */ H(void 0);
  const s = new Xs(t(), () => t().second), i = /* @__PURE__ */ P(() => t().second), o = /* @__PURE__ */ P(() => s.now);
  var l = Kc(), u = E(l), f = c(E(u), 4);
  {
    var h = (b) => {
      var N = Hc(), C = c(E(N)), Y = E(C);
      Y.value = Y.__value = "";
      var B = c(Y);
      Te(B, 17, () => ({ length: t().info.examples }), Ce, (L, V, U) => {
        var $ = Dc();
        $.textContent = U + 1;
        var Z = {};
        j(
          (ae) => {
            Z !== (Z = ae) && ($.value = ($.__value = Z) ?? "");
          },
          [() => String(U)]
        ), g(L, $);
      });
      var S;
      gt(C), j(
        (L) => {
          S !== (S = L) && (C.value = (C.__value = S) ?? "", da(C, S));
        },
        [
          () => t().secondExample === null ? "" : String(t().secondExample)
        ]
      ), ne("change", C, (L) => {
        L.currentTarget.value && t().openSecond(Number(L.currentTarget.value));
      }), g(b, N);
    };
    K(f, (b) => {
      t().info?.examples && b(h);
    });
  }
  var v = c(f, 2), m = c(v, 2);
  en(m, (b) => M(a, b), () => r(a));
  var d = c(m, 2);
  {
    var _ = (b) => {
      var N = zc();
      ne("click", N, () => {
        t().second = null, t().secondUpload = null, t().secondExample = null;
      }), g(b, N);
    };
    K(d, (b) => {
      r(i) && b(_);
    });
  }
  var w = c(u, 2);
  {
    var p = (b) => {
      var N = qc(), C = Pe(N), Y = c(E(C)), B = G(Y, !0), S = c(Y, 2);
      {
        var L = (U) => {
          var $ = Bc(), Z = G($);
          j(() => F(Z, `It has ${r(i).nPrompt ?? ""} tokens and the first ${t().study.nPrompt ?? ""}: patching needs images of one size.`)), g(U, $);
        };
        K(S, (U) => {
          t().study && r(i).nPrompt !== t().study.nPrompt && U(L);
        });
      }
      var V = c(C, 2);
      Gs(V, {
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
      }), j((U) => F(B, U), [
        () => r(i).answer.filter((U) => !U.ends).map((U) => ut(U.token.text)).join("")
      ]), g(b, N);
    }, A = (b) => {
      var N = Wc();
      g(b, N);
    };
    K(w, (b) => {
      r(i) ? b(p) : b(A, -1);
    });
  }
  ne("click", v, () => r(a)?.click()), ne("change", m, (b) => {
    const N = b.currentTarget.files?.[0];
    N && t().openSecond(N), b.currentTarget.value = "";
  }), g(n, l), $e();
}
ht(["change", "click"]);
var Jc = /* @__PURE__ */ x('<img class="picture" alt="What is patched from"/>'), Yc = /* @__PURE__ */ x('<section class="card"><!> <div class="row"><!> <p class="fine grow"> </p></div> <!></section>');
function Gc(n, e) {
  Qe(e, !0);
  const t = new Yr(e.session, () => ({
    study: e.study,
    name: e.stored.name,
    asked: e.stored.asked
  }));
  let a = /* @__PURE__ */ H(null);
  var s = Yc(), i = E(s);
  {
    let d = /* @__PURE__ */ P(() => t.view?.about.code ?? "");
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
      j(() => oe(_, "src", e.stored.picture)), g(d, _);
    };
    K(l, (d) => {
      e.stored.picture && d(u);
    });
  }
  var f = c(l, 2), h = G(f, !0), v = c(o, 2);
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
        onexport: (_) => M(a, _)
      });
    };
    K(v, (d) => {
      t.view && d(m);
    });
  }
  j(() => {
    oe(s, "aria-label", e.stored.title), F(h, e.stored.text);
  }), g(n, s), $e();
}
var Xc = /* @__PURE__ */ x('<button type="button" class="token run"> </button>'), Zc = /* @__PURE__ */ x('<button type="button"> </button>'), Qc = /* @__PURE__ */ x('<button type="button" class="link">fold image tokens</button>'), $c = /* @__PURE__ */ x('<p class="fine"><button type="button" class="small"> </button></p>'), ef = /* @__PURE__ */ x('<div class="strip" role="group" aria-label="Tokens of the prompt"><!> <!></div> <!>', 1);
function tf(n, e) {
  Qe(e, !0);
  let t = je(e, "session", 7), a = /* @__PURE__ */ H(!1);
  const s = /* @__PURE__ */ P(() => e.study.images.some((_) => !_.boxed)), i = /* @__PURE__ */ P(() => {
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
      const N = _.at(-1);
      b && !r(a) && !r(s) && N && N.count > 0 && N.position + N.count === p ? N.count++ : _.push({
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
    const p = /* @__PURE__ */ P(() => o(r(w))), A = /* @__PURE__ */ P(() => Math.max(-1, Math.min(1, r(p) / (e.painting?.high ?? 1))));
    var b = tr(), N = Pe(b);
    {
      var C = (B) => {
        var S = Xc();
        let L;
        var V = G(S);
        j(
          (U, $, Z) => {
            oe(S, "title", `${r(w).count ?? ""} image tokens${U ?? ""}: show each`), L = Ve(S, "", L, { background: $, color: Z }), F(V, `▦ ${r(w).count ?? ""}`);
          },
          [
            () => Number.isNaN(r(p)) ? "" : `, in all ${Mt(r(p))}`,
            () => Number.isNaN(r(p)) ? null : Ut(Math.max(-1, Math.min(1, r(p))), e.painting.signed),
            () => Number.isNaN(r(p)) ? null : Gn(Math.max(-1, Math.min(1, r(p))), e.painting.signed)
          ]
        ), ne("click", S, () => M(a, !0)), g(B, S);
      }, Y = (B) => {
        var S = Zc();
        let L, V;
        var U = G(S, !0);
        j(
          ($, Z, ae, se, re, q) => {
            L = Ft(S, 1, "token", null, L, {
              focus: t().at === r(w).position,
              place: t().shownPlace === r(w).position,
              chosen: $
            }), oe(S, "title", `token ${Z ?? ""}${ae ?? ""}. Click to read it, Alt and click to make it the focus, Shift and click to select it.`), V = Ve(S, "", V, { background: se, color: re }), F(U, q);
          },
          [
            () => t().selected.has(r(w).position),
            () => e.study.number(r(w).position),
            () => Number.isNaN(r(p)) ? "" : `: ${Mt(r(p))}`,
            () => Number.isNaN(r(p)) ? null : Ut(r(A), e.painting.signed),
            () => Number.isNaN(r(p)) ? null : Gn(r(A), e.painting.signed),
            () => ut(r(w).text)
          ]
        ), Ie("pointerenter", S, () => t().hoverPlace = r(w).position), Ie("pointerleave", S, () => t().hoverPlace = null), ne("click", S, ($) => {
          $.altKey ? t().focus = r(w).position : $.shiftKey ? t().toggle([r(w).position], "flip") : t().takePlace(t().place === r(w).position ? null : r(w).position);
        }), g(B, S);
      };
      K(N, (B) => {
        r(w).count ? B(C) : B(Y, -1);
      });
    }
    g(_, b);
  });
  var h = c(f, 2);
  {
    var v = (_) => {
      var w = Qc();
      ne("click", w, () => M(a, !1)), g(_, w);
    };
    K(h, (_) => {
      r(a) && _(v);
    });
  }
  var m = c(u, 2);
  {
    var d = (_) => {
      var w = $c(), p = E(w), A = G(p);
      j((b) => F(A, `make token ${b ?? ""} the focus`), [() => e.study.number(t().place)]), ne("click", p, () => {
        t().focus = t().place;
      }), g(_, w);
    };
    K(m, (_) => {
      t().place !== null && t().place !== t().at && _(d);
    });
  }
  g(n, l), $e();
}
ht(["click"]);
var rf = /* @__PURE__ */ x('<button type="button" class="small">save as page</button>'), nf = /* @__PURE__ */ x('<button type="button" class="small"> </button>'), af = /* @__PURE__ */ x('<div class="message" role="alert"> <button type="button" class="link">close</button></div>'), sf = /* @__PURE__ */ x("<option>attention of the head</option><option>what the head adds</option><option>who looks at the token</option>", 1), of = /* @__PURE__ */ x("<option>lens: found tokens</option>"), lf = /* @__PURE__ */ x("<option>lens: a word</option><option>lens: most probable</option><!>", 1), uf = /* @__PURE__ */ x("<option>sweep</option>"), cf = /* @__PURE__ */ x('<select aria-label="What is painted on the image"><option>grid only</option><!><!><!></select>'), ff = /* @__PURE__ */ x('<p class="error" role="alert"> </p>'), df = /* @__PURE__ */ x('<section class="card" aria-label="Image and tokens"><!> <!> <!> <!> <!></section>'), hf = /* @__PURE__ */ x('<p class="message" role="status">All views show the changed model. <button type="button" class="link">back to the unchanged one</button></p>'), vf = /* @__PURE__ */ x('<button type="button" role="tab" aria-controls="panel"> </button>'), pf = /* @__PURE__ */ x('<div class="tabs" role="tablist" aria-label="Views"></div>'), _f = /* @__PURE__ */ x("<!> <!>", 1), gf = /* @__PURE__ */ x('<!> <!> <div id="panel"><!> <!> <!> <!></div>', 1), mf = /* @__PURE__ */ x('<section class="card empty"><h2>Ask something about an image</h2> <ol><li>Click a token of the answer: which heads wrote it?</li> <li>Click a head: where does it look?</li> <li>Click a patch: what does it say there, layer by layer?</li></ol> <p class="fine">Then change something, and see the answer change. Nothing leaves this machine.</p></section>'), bf = /* @__PURE__ */ x('<a class="skip" href="#views">Skip to the views</a> <header class="top"><p class="eyebrow">vlm_lens_native</p> <span class="grow"></span> <span class="fine busy" role="status"> </span> <!> <!></header> <!> <main class="page"><div class="side"><h1 class="hidden"> </h1> <!> <!></div> <div class="views" id="views" tabindex="-1"><!></div></main>', 1);
function yf(n, e) {
  Qe(e, !0);
  let t = je(e, "session", 7);
  const a = new Xs(t(), () => t().study), s = /* @__PURE__ */ P(() => t().study), i = /* @__PURE__ */ P(() => a.now);
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
  function f(ie) {
    ie.key === "Escape" && t().release();
  }
  function h(ie) {
    const ve = { ArrowLeft: -1, ArrowRight: 1 }[ie.key];
    if (!ve) return;
    ie.preventDefault();
    const fe = t().tabs, R = fe[(fe.indexOf(t().tab) + ve + fe.length) % fe.length];
    t().tab = R, document.getElementById(`tab-${R}`)?.focus();
  }
  async function v() {
    r(s) && await t().during((async () => {
      const ie = r(s).answer.filter((fe) => !fe.ends).map((fe) => fe.token.text).join("").trim(), ve = await Hl(r(s), (fe, R) => t().source.pictureUrl(r(s).id, fe, R), t().asked?.question ?? "", `${r(s).model}${t().clean ? ", changed" : ""}: ${ie}`, t().tabs.filter((fe) => fe !== "causes"));
      on("study.html", ve, "text/html");
    })());
  }
  const m = /* @__PURE__ */ P(() => t().paint === "sources" ? a.sources.view?.about.code : t().paint === "readers" ? a.readers.view?.about.code : t().paint === "word" ? a.words.view?.about.code : ["top", "find"].includes(t().paint) ? a.lens.view?.about.code : t().paint === "attention" ? a.heads.view?.about.code : r(s)?.code), d = /* @__PURE__ */ P(() => a.sources.error || a.readers.error);
  var _ = bf();
  Ie("keydown", dn, f);
  var w = Pe(_), p = c(w, 2), A = c(E(p), 4), b = G(A, !0), N = c(A, 2);
  {
    var C = (ie) => {
      var ve = rf();
      ne("click", ve, v), g(ie, ve);
    };
    K(N, (ie) => {
      r(s) && !r(s).answering && t().source.kind === "server" && ie(C);
    });
  }
  var Y = c(N, 2);
  {
    var B = (ie) => {
      var ve = nf(), fe = G(ve);
      j(() => F(fe, `theme: ${(r(l) || "auto") ?? ""}`)), ne("click", ve, () => M(
        l,
        r(l) === "dark" ? "light" : r(l) === "light" ? "" : matchMedia("(prefers-color-scheme: dark)").matches ? "light" : "dark",
        !0
      )), g(ie, ve);
    };
    K(Y, (ie) => {
      t().source.kind !== "kernel" && ie(B);
    });
  }
  var S = c(p, 2);
  {
    var L = (ie) => {
      var ve = af(), fe = E(ve), R = c(fe);
      j(() => F(fe, `${t().message ?? ""} `)), ne("click", R, () => t().message = ""), g(ie, ve);
    };
    K(S, (ie) => {
      t().message && ie(L);
    });
  }
  var V = c(S, 2), U = E(V), $ = E(U), Z = G($, !0), ae = c($, 2);
  Fl(ae, {
    get session() {
      return t();
    }
  });
  var se = c(ae, 2);
  {
    var re = (ie) => {
      var ve = df(), fe = E(ve);
      {
        let le = /* @__PURE__ */ P(() => r(m) ?? "");
        rr(fe, {
          title: "Image",
          get code() {
            return r(le);
          },
          get exporter() {
            return r(o);
          },
          children: (be, ke) => {
            var xe = cf(), k = E(xe);
            k.value = k.__value = "none";
            var ee = c(k);
            {
              var D = (de) => {
                var ye = sf(), me = Pe(ye);
                me.value = me.__value = "attention";
                var we = c(me);
                we.value = we.__value = "sources";
                var ze = c(we);
                ze.value = ze.__value = "readers", g(de, ye);
              }, W = /* @__PURE__ */ P(() => t().tabs.includes("attention"));
              K(ee, (de) => {
                r(W) && de(D);
              });
            }
            var te = c(ee);
            {
              var Ee = (de) => {
                var ye = lf(), me = Pe(ye);
                me.value = me.__value = "word";
                var we = c(me);
                we.value = we.__value = "top";
                var ze = c(we);
                {
                  var st = (De) => {
                    var Ke = of();
                    Ke.value = Ke.__value = "find", g(De, Ke);
                  }, Ue = /* @__PURE__ */ P(() => t().find.trim());
                  K(ze, (De) => {
                    r(Ue) && De(st);
                  });
                }
                g(de, ye);
              }, ge = /* @__PURE__ */ P(() => t().tabs.includes("lens"));
              K(te, (de) => {
                r(ge) && de(Ee);
              });
            }
            var _e = c(te);
            {
              var ce = (de) => {
                var ye = uf();
                ye.value = ye.__value = "sweep", g(de, ye);
              };
              K(_e, (de) => {
                t().sweep && de(ce);
              });
            }
            gt(xe), wt(xe, () => t().paint, (de) => t().paint = de), g(be, xe);
          },
          $$slots: { default: !0 }
        });
      }
      var R = c(fe, 2);
      Gs(R, {
        get session() {
          return t();
        },
        get study() {
          return r(s);
        },
        get painting() {
          return r(i);
        },
        onexport: (le) => M(o, le)
      });
      var y = c(R, 2);
      {
        var O = (le) => {
          var be = ff(), ke = G(be, !0);
          j(() => F(ke, r(d))), g(le, be);
        };
        K(y, (le) => {
          r(d) && le(O);
        });
      }
      var J = c(y, 2);
      tf(J, {
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
      var X = c(J, 2);
      Nc(X, {
        get session() {
          return t();
        },
        get study() {
          return r(s);
        },
        get painted() {
          return a;
        }
      }), g(ie, ve);
    };
    K(se, (ie) => {
      r(s) && ie(re);
    });
  }
  var q = c(U, 2), I = E(q);
  {
    var z = (ie) => {
      var ve = gf(), fe = Pe(ve);
      {
        var R = (W) => {
          var te = hf(), Ee = c(E(te));
          ne("click", Ee, () => {
            t().study = t().clean, t().clean = null;
          }), g(W, te);
        };
        K(fe, (W) => {
          t().clean && W(R);
        });
      }
      var y = c(fe, 2);
      {
        var O = (W) => {
          var te = pf();
          Te(te, 21, () => t().tabs, Ce, (Ee, ge) => {
            var _e = vf(), ce = G(_e, !0);
            j(() => {
              oe(_e, "id", `tab-${r(ge) ?? ""}`), oe(_e, "aria-selected", t().tab === r(ge)), oe(_e, "tabindex", t().tab === r(ge) ? 0 : -1), F(ce, u[r(ge)]);
            }), ne("keydown", _e, h), ne("click", _e, () => {
              t().tab = r(ge), r(ge) === "lens" && (t().paint === "none" || t().paint === "attention") && (t().paint = "top");
            }), g(Ee, _e);
          }), g(W, te);
        };
        K(y, (W) => {
          t().tabs.length > 1 && W(O);
        });
      }
      var J = c(y, 2), X = E(J);
      {
        var le = (W) => {
          Au(W, {
            get session() {
              return t();
            },
            get study() {
              return r(s);
            }
          });
        };
        K(X, (W) => {
          t().tab === "attribution" && W(le);
        });
      }
      var be = c(X, 2);
      {
        var ke = (W) => {
          vu(W, {
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
        K(be, (W) => {
          t().tab === "attention" && W(ke);
        });
      }
      var xe = c(be, 2);
      {
        var k = (W) => {
          kc(W, {
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
        K(xe, (W) => {
          t().tab === "lens" && W(k);
        });
      }
      var ee = c(xe, 2);
      {
        var D = (W) => {
          var te = tr(), Ee = Pe(te);
          {
            var ge = (ce) => {
              var de = tr(), ye = Pe(de);
              Te(ye, 17, () => t().sweeps, (me) => me.title, (me, we) => {
                Gc(me, {
                  get session() {
                    return t();
                  },
                  get study() {
                    return r(s);
                  },
                  get stored() {
                    return r(we);
                  }
                });
              }), g(ce, de);
            }, _e = (ce) => {
              var de = _f(), ye = Pe(de);
              Vc(ye, {
                get session() {
                  return t();
                }
              });
              var me = c(ye, 2);
              ec(me, {
                get session() {
                  return t();
                },
                get study() {
                  return r(s);
                }
              }), g(ce, de);
            };
            K(Ee, (ce) => {
              t().sweeps.length ? ce(ge) : ce(_e, -1);
            });
          }
          g(W, te);
        };
        K(ee, (W) => {
          t().tab === "causes" && W(D);
        });
      }
      j(() => {
        oe(J, "role", t().tabs.length > 1 ? "tabpanel" : null), oe(J, "aria-labelledby", t().tabs.length > 1 ? `tab-${t().tab}` : null);
      }), g(ie, ve);
    }, pe = (ie) => {
      var ve = mf();
      g(ie, ve);
    };
    K(I, (ie) => {
      r(s) ? ie(z) : t().source.kind === "server" && ie(pe, 1);
    });
  }
  j(() => {
    F(b, t().busy ? "working…" : ""), F(Z, t().title || "Look inside a vision-language model");
  }), ne("click", w, (ie) => {
    ie.preventDefault(), document.getElementById("views")?.focus();
  }), g(n, _), $e();
}
ht(["click", "keydown"]);
function Zs(n, e) {
  return n.classList.add("vlm"), Ko(yf, { target: n, props: { session: new su(e) } });
}
const Ga = document.querySelector("#app[data-start]");
if (Ga) {
  const n = document.getElementById("study")?.textContent;
  Zs(Ga, n ? new tu(JSON.parse(n)) : new eu());
}
const kf = {
  render({ model: n, el: e }) {
    const t = Zs(e, new ru(n));
    return () => Jo(t);
  }
};
export {
  kf as default,
  Zs as start
};
