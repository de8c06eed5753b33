var An = Array.isArray, ki = Array.prototype.indexOf, Gr = Array.prototype.includes, Mn = Array.from, es = Object.defineProperty, Mr = Object.getOwnPropertyDescriptor, ts = Object.getOwnPropertyDescriptors, xi = Object.prototype, Ei = Array.prototype, ua = Object.getPrototypeOf, Ca = Object.isExtensible;
const rs = () => {
};
function Si(r) {
  for (var e = 0; e < r.length; e++)
    r[e]();
}
function ns() {
  var r, e, t = new Promise((a, s) => {
    r = a, e = s;
  });
  return { promise: t, resolve: r, reject: e };
}
function _n(r, e) {
  if (Array.isArray(r))
    return r;
  if (!(Symbol.iterator in r))
    return Array.from(r);
  const t = [];
  for (const a of r)
    if (t.push(a), t.length === e) break;
  return t;
}
const et = 2, Lr = 4, Nn = 8, as = 1 << 24, At = 16, Tt = 32, or = 64, Gn = 128, ca = 256, Pt = 512, Ye = 1024, Ie = 2048, dt = 4096, st = 8192, Ze = 16384, Ir = 32768, Xr = 1 << 25, yr = 65536, gn = 1 << 17, Ai = 1 << 18, jr = 1 << 19, Mi = 1 << 20, It = 1 << 25, mn = 1 << 21, Nr = 1 << 22, ir = 1 << 23, Vt = /* @__PURE__ */ Symbol("$state"), ss = /* @__PURE__ */ Symbol("component"), Ni = /* @__PURE__ */ Symbol("legacy props"), Pi = /* @__PURE__ */ Symbol(""), is = /* @__PURE__ */ Symbol("attributes"), Xn = /* @__PURE__ */ Symbol("class"), Zn = /* @__PURE__ */ Symbol("style"), Qn = /* @__PURE__ */ Symbol("text"), fn = /* @__PURE__ */ Symbol("form reset"), tn = new class extends Error {
  name = "StaleReactionError";
  message = "The reaction that called `getAbortSignal()` was re-run or destroyed";
}(), Ti = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  !!globalThis.document?.contentType && /* @__PURE__ */ globalThis.document.contentType.includes("xml")
), Oi = 1, Li = 2, os = 4, Ri = 8, Ci = 16, $i = 1, Ii = 4, ji = 8, Di = 16, Fi = 1, Ui = 2, ls = {}, Ke = /* @__PURE__ */ Symbol("uninitialized"), Hi = "http://www.w3.org/1999/xhtml";
function zi() {
  console.warn("https://svelte.dev/e/derived_inert");
}
function Bi() {
  console.warn("https://svelte.dev/e/select_multiple_invalid_value");
}
function qi() {
  console.warn("https://svelte.dev/e/svelte_boundary_reset_noop");
}
function us(r) {
  return r === this.v;
}
function cs(r, e) {
  return r != r ? e == e : r !== e || r !== null && typeof r == "object" || typeof r == "function";
}
function fs(r) {
  return !cs(r, this.v);
}
function Wi() {
  throw new Error("https://svelte.dev/e/async_derived_orphan");
}
function Vi(r, e, t) {
  throw new Error("https://svelte.dev/e/each_key_duplicate");
}
function Ki(r) {
  throw new Error("https://svelte.dev/e/effect_in_teardown");
}
function Yi() {
  throw new Error("https://svelte.dev/e/effect_in_unowned_derived");
}
function Ji(r) {
  throw new Error("https://svelte.dev/e/effect_orphan");
}
function Gi() {
  throw new Error("https://svelte.dev/e/effect_update_depth_exceeded");
}
function Xi(r) {
  throw new Error("https://svelte.dev/e/props_invalid_value");
}
function Zi() {
  throw new Error("https://svelte.dev/e/state_descriptors_fixed");
}
function Qi() {
  throw new Error("https://svelte.dev/e/state_prototype_fixed");
}
function eo() {
  throw new Error("https://svelte.dev/e/state_unsafe_mutation");
}
function to() {
  throw new Error("https://svelte.dev/e/svelte_boundary_reset_onerror");
}
let it = null;
function Rr(r) {
  it = r;
}
function ht(r, e = !1, t) {
  it = {
    p: it,
    i: !1,
    c: null,
    e: null,
    s: r,
    x: null,
    r: (
      /** @type {Effect} */
      Te
    ),
    l: null
  };
}
function pt(r) {
  var e = (
    /** @type {ComponentContext} */
    it
  ), t = e.e;
  if (t !== null) {
    e.e = null;
    for (var a of t)
      Ts(a);
  }
  return e.i = !0, it = e.p, fa(r);
}
function fa(r = {}) {
  return es(r, ss, { value: !0 }), r;
}
function ds() {
  return !0;
}
let pr = [];
function vs() {
  var r = pr;
  pr = [], Si(r);
}
function Wt(r) {
  if (pr.length === 0 && !Kr) {
    var e = pr;
    queueMicrotask(() => {
      e === pr && vs();
    });
  }
  pr.push(r);
}
function ro() {
  for (; pr.length > 0; )
    vs();
}
const no = -7169;
function qe(r, e) {
  r.f = r.f & no | e;
}
function da(r) {
  (r.f & Pt) !== 0 || r.deps === null ? qe(r, Ye) : qe(r, dt);
}
function hs(r, e) {
  (r.f & Ie) !== 0 ? e.set(r, Ie) : (r.f & dt) !== 0 && e.get(r) !== Ie && e.set(r, dt), qe(r, Ye);
}
let $a = !1;
function ao() {
  $a || ($a = !0, document.addEventListener(
    "reset",
    (r) => {
      Promise.resolve().then(() => {
        if (!r.defaultPrevented)
          for (
            const e of
            /**@type {HTMLFormElement} */
            r.target.elements
          )
            e[fn]?.();
      });
    },
    // In the capture phase to guarantee we get noticed of it (no possibility of stopPropagation)
    { capture: !0 }
  ));
}
function Dr(r) {
  var e = Se, t = Te;
  kt(null), Ft(null);
  try {
    return r();
  } finally {
    kt(e), Ft(t);
  }
}
function ps(r, e, t, a = t) {
  r.addEventListener(e, () => Dr(t));
  const s = (
    /** @type {any} */
    r[fn]
  );
  s ? r[fn] = () => {
    s(), a(!0);
  } : r[fn] = () => a(!0), ao();
}
function so(r, e, t, a) {
  const s = Zr;
  var i = r.filter((_) => !_.settled), o = e.map(s);
  if (t.length === 0 && i.length === 0) {
    a(o);
    return;
  }
  var l = (
    /** @type {Effect} */
    Te
  ), u = io(), f = i.length === 1 ? i[0].promise : i.length > 1 ? Promise.all(i.map((_) => _.promise)) : null;
  function h(_) {
    if ((l.f & Ze) === 0) {
      u();
      try {
        a([...o, ..._]);
      } catch (y) {
        $t(y, l);
      }
      bn();
    }
  }
  var p = _s();
  if (t.length === 0) {
    f.then(() => h([])).finally(p);
    return;
  }
  function g() {
    Promise.all(t.map((_) => /* @__PURE__ */ oo(_))).then(h).catch((_) => $t(_, l)).finally(p);
  }
  f ? f.then(() => {
    if ((l.f & Ze) !== 0) {
      p();
      return;
    }
    u(), g(), bn();
  }) : g();
}
function io() {
  var r = (
    /** @type {Effect} */
    Te
  ), e = Se, t = it, a = (
    /** @type {Batch} */
    be
  );
  return function(i = !0) {
    Ft(r), kt(e), Rr(t), i && (r.f & Ze) === 0 && (a?.activate(), a?.apply());
  };
}
function bn(r = !0) {
  Ft(null), kt(null), Rr(null), r && be?.deactivate();
}
function _s() {
  var r = (
    /** @type {Effect} */
    Te
  ), e = r.b, t = (
    /** @type {Batch} */
    be
  ), a = !!e?.is_rendered();
  return e?.update_pending_count(1, t), t.increment(a, r), () => {
    e?.update_pending_count(-1, t), t.decrement(a, r);
  };
}
// @__NO_SIDE_EFFECTS__
function Zr(r) {
  var e = et | Ie;
  return Te !== null && (Te.f |= jr), {
    ctx: it,
    deps: null,
    effects: null,
    equals: us,
    f: e,
    fn: r,
    reactions: null,
    rv: 0,
    v: (
      /** @type {V} */
      Ke
    ),
    wv: 0,
    parent: Te,
    ac: null
  };
}
const qr = /* @__PURE__ */ Symbol("obsolete");
// @__NO_SIDE_EFFECTS__
function oo(r, e, t) {
  let a = (
    /** @type {Effect | null} */
    Te
  );
  a === null && Wi();
  var s = (
    /** @type {Promise<V>} */
    /** @type {unknown} */
    void 0
  ), i = wr(
    /** @type {V} */
    Ke
  ), o = !Se, l = /* @__PURE__ */ new Set();
  return Eo(() => {
    var u = (
      /** @type {Effect} */
      Te
    ), f = ns();
    s = f.promise;
    try {
      Promise.resolve(r()).then(f.resolve, (_) => {
        _ !== tn && f.reject(_);
      }).finally(bn);
    } catch (_) {
      f.reject(_), bn();
    }
    var h = (
      /** @type {Batch} */
      be
    );
    if (o) {
      if ((u.f & Ir) !== 0)
        var p = _s();
      if (
        // boundary can be null if the async derived is inside an $effect.root not connected to the component render tree
        a.b?.is_rendered()
      )
        h.async_deriveds.get(u)?.reject(qr);
      else
        for (const _ of l.values())
          _.reject(qr);
      l.add(f), h.async_deriveds.set(u, f);
    }
    const g = (_, y = void 0) => {
      p?.(), l.delete(f), y !== qr && (h.activate(), y ? (i.f |= ir, Cr(i, y)) : ((i.f & ir) !== 0 && (i.f ^= ir), Cr(i, _)), h.deactivate());
    };
    f.promise.then(g, (_) => g(null, _ || "unknown"));
  }), ga(() => {
    for (const u of l)
      u.reject(qr);
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
function H(r) {
  const e = /* @__PURE__ */ Zr(r);
  return $s(e), e;
}
// @__NO_SIDE_EFFECTS__
function gs(r) {
  const e = /* @__PURE__ */ Zr(r);
  return e.equals = fs, e;
}
function lo(r) {
  var e = r.effects;
  if (e !== null) {
    r.effects = null;
    for (var t = 0; t < e.length; t += 1)
      ut(
        /** @type {Effect} */
        e[t]
      );
  }
}
function va(r) {
  var e, t = Te, a = r.parent;
  if (!Zt && a !== null && r.v !== Ke && // if it was never evaluated before, it's guaranteed to fail downstream, so we try to execute instead
  (a.f & (Ze | st)) !== 0)
    return zi(), r.v;
  Ft(a);
  try {
    lo(r), e = Fs(r);
  } finally {
    Ft(t);
  }
  return e;
}
function ms(r) {
  var e = va(r);
  if (!r.equals(e) && (r.wv = js(), (!be?.is_fork || r.deps === null) && (be !== null ? (be.capture(r, e, !0), Pr?.capture(r, e, !0)) : r.v = e, r.deps === null))) {
    qe(r, Ye);
    return;
  }
  Zt || (Mt !== null ? (_a() || be?.is_fork) && Mt.set(r, e) : da(r));
}
function uo(r) {
  if (r.effects !== null)
    for (const e of r.effects)
      (e.teardown || e.ac) && (e.teardown?.(), e.ac !== null && Dr(() => {
        e.ac.abort(tn), e.ac = null;
      }), e.fn !== null && (e.teardown = rs), Qr(e, 0), ma(e));
}
function bs(r) {
  if (r.effects !== null)
    for (const e of r.effects)
      e.teardown && e.fn !== null && $r(e);
}
let Un = null, Sr = null, be = null, Pr = null, Mt = null, ea = null, Kr = !1, Hn = !1, Yr = null, dn = null;
var Ia = 0;
let co = 1;
class lr {
  id = co++;
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
  #v = /* @__PURE__ */ new Set();
  is_fork = !1;
  #u = !1;
  constructor() {
    Sr === null ? Un = Sr = this : (Sr.next = this, this.prev = Sr), Sr = this;
  }
  #h() {
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
    this.#l.has(e) || this.#l.set(e, { d: [], m: [] }), this.#v.delete(e);
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
        qe(s, Ie), t(s);
      for (s of a.m)
        qe(s, dt), t(s);
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
      if (!((i.f & Ze) !== 0 || (i.f & (Ie | dt)) === 0)) {
        for (var t = i, a = !1; t.parent !== null; ) {
          t = t.parent;
          var s = t.f;
          if ((s & (or | Tt)) !== 0) {
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
      qe(l, u), this.schedule(l);
    this.apply();
    for (var e = Yr = [], t = [], a = dn = []; this.#s.length > 0; ) {
      Ia++ > 1e3 && (this.#d(), vo());
      for (const l of this.#c())
        try {
          this.#b(l, e, t);
        } catch (u) {
          throw ks(l), this.#h() || this.discard(), u;
        }
    }
    if (be = null, a.length > 0) {
      var s = lr.ensure();
      for (const l of a)
        s.schedule(l);
    }
    if (Yr = null, dn = null, this.#h()) {
      this.#_(t), this.#_(e);
      for (const [l, u] of this.#l)
        ws(l, u);
      a.length > 0 && /** @type {unknown} */
      be.#p();
      return;
    }
    const i = this.#k();
    if (i) {
      this.#_(t), this.#_(e), i.#f(this);
      return;
    }
    this.#i.clear();
    for (const l of this.#e) l(this);
    this.#e.clear(), Pr = this, ja(t), ja(e), Pr = null, this.#a?.resolve();
    var o = (
      /** @type {Batch | null} */
      /** @type {unknown} */
      be
    );
    this.#t === 0 && (this.#s.length === 0 || o !== null) && this.#d(), o !== null && (jt.clear(), o.#p());
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
      var i = s.f, o = (i & (Tt | or)) !== 0, l = o && (i & Ye) !== 0, u = l || (i & st) !== 0 || this.#l.has(s);
      if (!u && s.fn !== null) {
        o ? s.f ^= Ye : (i & Lr) !== 0 ? t.push(s) : nn(s) && ((i & At) !== 0 && this.add_dirty_reaction(s, dt), $r(s));
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
      if (s !== null && !((a.f & et) !== 0 && (a.f & (Ie | dt)) === 0))
        for (const l of s) {
          var i = l.f;
          if ((i & et) !== 0)
            t(
              /** @type {Derived} */
              l
            );
          else {
            var o = (
              /** @type {Effect} */
              l
            );
            i & (Nr | At) && !this.async_deriveds.has(o) && (this.#i.delete(o), qe(o, Ie), this.schedule(o));
          }
        }
    };
    for (const a of this.current.keys())
      t(a);
    this.oncommit(() => e.discard()), e.#d(), be = this, this.#p();
  }
  /**
   * @param {Effect[]} effects
   */
  #_(e) {
    for (var t = 0; t < e.length; t += 1)
      hs(e[t], this.#i);
  }
  /**
   * Associate a change to a given source with the current
   * batch, noting its previous and current values
   * @param {Value} source
   * @param {any} value
   * @param {boolean} [is_derived]
   */
  capture(e, t, a = !1) {
    e.v !== Ke && !this.previous.has(e) && this.previous.set(e, e.v), (e.f & ir) === 0 && (this.current.set(e, [t, a]), Mt?.set(e, t)), this.is_fork || (e.v = t);
  }
  activate() {
    be = this;
  }
  deactivate() {
    be = null, Mt = null;
  }
  flush() {
    try {
      Hn = !0, be = this, this.#p();
    } finally {
      Ia = 0, ea = null, Yr = null, dn = null, Hn = !1, be = null, Mt = null, jt.clear();
    }
  }
  discard() {
    for (const e of this.#r) e(this);
    this.#r.clear();
    for (const e of this.async_deriveds.values())
      e.reject(qr);
    this.#d(), this.#a?.resolve();
  }
  /**
   * @param {Effect} effect
   */
  register_created_effect(e) {
    this.#o.push(e);
  }
  #y() {
    for (let p = Un; p !== null; p = p.next) {
      var e = p.id < this.id, t = [];
      for (const [g, [_, y]] of this.current) {
        if (p.current.has(g)) {
          var a = (
            /** @type {[any, boolean]} */
            p.current.get(g)[0]
          );
          if (e && _ !== a)
            p.current.set(g, [_, y]);
          else
            continue;
        }
        t.push(g);
      }
      if (e)
        for (const [g, _] of this.async_deriveds) {
          const y = p.async_deriveds.get(g);
          y && _.promise.then(y.resolve).catch(y.reject);
        }
      var s = [...p.current.keys()].filter(
        (g) => !/** @type {[any, boolean]} */
        p.current.get(g)[1]
      );
      if (!(!p.started || s.length === 0)) {
        var i = s.filter((g) => !this.current.has(g));
        if (i.length === 0)
          e && p.discard();
        else if (t.length > 0) {
          if (e)
            for (const g of this.#v)
              p.unskip_effect(g, (_) => {
                (_.f & (At | Nr)) !== 0 ? p.schedule(_) : p.#_([_]);
              });
          p.activate();
          var o = /* @__PURE__ */ new Set(), l = /* @__PURE__ */ new Map();
          for (var u of t)
            ys(u, i, o, l);
          l = /* @__PURE__ */ new Map();
          var f = [...p.current].filter(([g, _]) => {
            const y = this.current.get(g);
            return y ? y[0] !== _[0] || y[1] !== _[1] : !0;
          }).map(([g]) => g);
          if (f.length > 0)
            for (const g of this.#o)
              (g.f & (Ze | st | gn)) === 0 && ha(g, f, l) && ((g.f & (Nr | At)) !== 0 ? (qe(g, Ie), p.schedule(g)) : p.add_dirty_reaction(g, Ie));
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
    (t === Ie || this.#i.get(e) !== Ie) && this.#i.set(e, t);
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
    return (this.#a ??= ns()).promise;
  }
  static ensure() {
    if (be === null) {
      const e = be = new lr();
      !Hn && !Kr && Wt(() => {
        e.started || e.flush();
      });
    }
    return be;
  }
  apply() {
    {
      Mt = null;
      return;
    }
  }
  /**
   *
   * @param {Effect} effect
   */
  schedule(e) {
    if (ea = e, e.b?.is_pending && (e.f & (Lr | Nn | as)) !== 0 && (e.f & Ir) === 0) {
      e.b.defer_effect(e);
      return;
    }
    this.#s.push(e);
  }
  #d() {
    if (this.linked) {
      var e = this.prev, t = this.next;
      e === null ? Un = t : e.next = t, t === null ? Sr = e : t.prev = e, this.linked = !1;
    }
  }
}
function fo(r) {
  var e = Kr, t = Pr;
  Pr = null, Kr = !0;
  try {
    for (var a; ; ) {
      if (ro(), be === null)
        return (
          /** @type {T} */
          a
        );
      be.flush();
    }
  } finally {
    Kr = e, Pr = t;
  }
}
function vo() {
  try {
    Gi();
  } catch (r) {
    $t(r, ea);
  }
}
let qt = null;
function ja(r) {
  var e = r.length;
  if (e !== 0) {
    for (var t = 0; t < e; ) {
      var a = r[t++];
      if ((a.f & (Ze | st)) === 0 && nn(a) && (qt = /* @__PURE__ */ new Set(), $r(a), a.deps === null && a.first === null && a.nodes === null && a.teardown === null && a.ac === null && Ls(a), qt?.size > 0)) {
        jt.clear();
        for (const s of qt) {
          if ((s.f & (Ze | st)) !== 0) continue;
          const i = [s];
          let o = s.parent;
          for (; o !== null; )
            qt.has(o) && (qt.delete(o), i.push(o)), o = o.parent;
          for (let l = i.length - 1; l >= 0; l--) {
            const u = i[l];
            (u.f & (Ze | st)) === 0 && $r(u);
          }
        }
        qt.clear();
      }
    }
    qt = null;
  }
}
function ys(r, e, t, a) {
  if (!t.has(r) && (t.add(r), r.reactions !== null))
    for (const s of r.reactions) {
      const i = s.f;
      (i & et) !== 0 ? ys(
        /** @type {Derived} */
        s,
        e,
        t,
        a
      ) : (i & (Nr | At)) !== 0 && (i & Ie) === 0 && ha(s, e, a) && (qe(s, Ie), pa(
        /** @type {Effect} */
        s
      ));
    }
}
function ha(r, e, t) {
  const a = t.get(r);
  if (a !== void 0) return a;
  if (r.deps !== null)
    for (const s of r.deps) {
      if (Gr.call(e, s))
        return !0;
      if ((s.f & et) !== 0 && ha(
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
  return t.set(r, !1), !1;
}
function pa(r) {
  be.schedule(r);
}
function ws(r, e) {
  if (!((r.f & Tt) !== 0 && (r.f & Ye) !== 0)) {
    (r.f & Ie) !== 0 ? e.d.push(r) : (r.f & dt) !== 0 && e.m.push(r), qe(r, Ye);
    for (var t = r.first; t !== null; )
      ws(t, e), t = t.next;
  }
}
function ks(r) {
  qe(r, Ye);
  for (var e = r.first; e !== null; )
    ks(e), e = e.next;
}
let yn = /* @__PURE__ */ new Set();
const jt = /* @__PURE__ */ new Map();
let xs = !1;
function wr(r, e) {
  var t = {
    f: 0,
    v: r,
    reactions: null,
    equals: us,
    rv: 0,
    wv: 0
  };
  return t;
}
// @__NO_SIDE_EFFECTS__
function R(r, e) {
  const t = wr(r);
  return $s(t), t;
}
// @__NO_SIDE_EFFECTS__
function ho(r, e = !1, t = !0) {
  const a = wr(r);
  return e || (a.equals = fs), a;
}
function E(r, e, t = !1) {
  Se !== null && // since we are untracking the function inside `$inspect.with` we need to add this check
  // to ensure we error if state is set inside an inspect effect
  (!Nt || (Se.f & gn) !== 0) && ds() && (Se.f & (et | At | Nr | gn)) !== 0 && (Dt === null || !Dt.has(r)) && eo();
  let a = t ? _r(e) : e;
  return Cr(r, a, dn);
}
var hr = null, ta = 0;
function Cr(r, e, t = null) {
  if (!r.equals(e)) {
    Zt ? jt.set(r, e) : jt.has(r) || jt.set(r, r.v);
    var a = lr.ensure();
    if (a.capture(r, e), (r.f & et) !== 0) {
      const s = (
        /** @type {Derived} */
        r
      );
      (r.f & Ie) !== 0 && va(s), Mt === null && da(s);
    }
    r.wv = js(), hr = null, ta = 0, Es(r, Ie, t), hr = null, Te !== null && (Te.f & Ye) !== 0 && (Te.f & (Tt | or)) === 0 && (bt === null ? Mo([r]) : bt.push(r)), !a.is_fork && yn.size > 0 && !xs && po();
  }
  return e;
}
function po() {
  xs = !1;
  for (const r of yn) {
    (r.f & Ye) !== 0 && qe(r, dt);
    let e;
    try {
      e = nn(r);
    } catch {
      e = !0;
    }
    e && $r(r);
  }
  yn.clear();
}
function _o(r, e = 1) {
  var t = n(r), a = e === 1 ? t++ : t--;
  return E(r, t), a;
}
function Jr(r) {
  E(r, r.v + 1);
}
function Es(r, e, t) {
  var a = r.reactions;
  if (a !== null) {
    var s = a.length;
    if (ta += s, ta > 1e5 && hr === null && (hr = /* @__PURE__ */ new Set()), hr !== null) {
      if (hr.has(r)) return;
      hr.add(r);
    }
    for (var i = 0; i < s; i++) {
      var o = a[i], l = o.f, u = (l & Ie) === 0;
      if (u && qe(o, e), (l & gn) !== 0)
        yn.add(
          /** @type {Effect} */
          o
        );
      else if ((l & et) !== 0) {
        var f = (
          /** @type {Derived} */
          o
        );
        Mt?.delete(f), Es(f, dt, t);
      } else if (u) {
        var h = (
          /** @type {Effect} */
          o
        );
        (l & At) !== 0 && qt !== null && qt.add(h), t !== null ? t.push(h) : pa(h);
      }
    }
  }
}
function _r(r) {
  if (typeof r != "object" || r === null || Vt in r || ss in r)
    return r;
  const e = ua(r);
  if (e !== xi && e !== Ei)
    return r;
  var t = /* @__PURE__ */ new Map(), a = An(r), s = /* @__PURE__ */ R(0), i = br, o = (l) => {
    if (br === i)
      return l();
    var u = Se, f = br;
    kt(null), Ua(i);
    var h = l();
    return kt(u), Ua(f), h;
  };
  return a && t.set("length", /* @__PURE__ */ R(
    /** @type {any[]} */
    r.length
  )), new Proxy(
    /** @type {any} */
    r,
    {
      defineProperty(l, u, f) {
        (!("value" in f) || f.configurable === !1 || f.enumerable === !1 || f.writable === !1) && Zi();
        var h = t.get(u);
        return h === void 0 ? o(() => {
          var p = /* @__PURE__ */ R(f.value);
          return t.set(u, p), p;
        }) : E(h, f.value, !0), !0;
      },
      deleteProperty(l, u) {
        var f = t.get(u);
        if (f === void 0) {
          if (u in l) {
            const h = o(() => /* @__PURE__ */ R(Ke));
            t.set(u, h), Jr(s);
          }
        } else
          E(f, Ke), Jr(s);
        return !0;
      },
      get(l, u, f) {
        if (u === Vt)
          return r;
        var h = t.get(u), p = u in l;
        if (h === void 0 && (!p || Mr(l, u)?.writable) && (h = o(() => {
          var _ = _r(p ? l[u] : Ke), y = /* @__PURE__ */ R(_);
          return y;
        }), t.set(u, h)), h !== void 0) {
          var g = n(h);
          return g === Ke ? void 0 : g;
        }
        return Reflect.get(l, u, f);
      },
      getOwnPropertyDescriptor(l, u) {
        this.has?.(l, u);
        var f = Reflect.getOwnPropertyDescriptor(l, u), h = t.get(u);
        if (h !== void 0) {
          var p = n(h);
          if (p === Ke)
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
        var f = t.get(u), h = f !== void 0 && f.v !== Ke || Reflect.has(l, u);
        if (f !== void 0 || (Te !== null || Se !== null) && (!h || Mr(l, u)?.writable)) {
          f === void 0 && (f = o(() => {
            var g = h ? _r(l[u]) : Ke, _ = /* @__PURE__ */ R(g);
            return _;
          }), t.set(u, f));
          var p = n(f);
          if (p === Ke)
            return !1;
        }
        return h;
      },
      set(l, u, f, h) {
        var p = t.get(u), g = u in l;
        if (a && u === "length")
          for (var _ = f; _ < /** @type {Source<number>} */
          p.v; _ += 1) {
            var y = t.get(_ + "");
            y !== void 0 ? E(y, Ke) : _ in l && (y = o(() => /* @__PURE__ */ R(Ke)), t.set(_ + "", y));
          }
        if (p === void 0)
          (!g || Mr(l, u)?.writable) && (p = o(() => /* @__PURE__ */ R(void 0)), E(p, _r(f)), t.set(u, p));
        else {
          g = p.v !== Ke;
          var N = o(() => _r(f));
          E(p, N);
        }
        var v = Reflect.getOwnPropertyDescriptor(l, u);
        if (v?.set && v.set.call(h, f), !g) {
          if (a && typeof u == "string") {
            var A = (
              /** @type {Source<number>} */
              t.get("length")
            ), M = Number(u);
            Number.isInteger(M) && M >= A.v && E(A, M + 1);
          }
          Jr(s);
        }
        return !0;
      },
      ownKeys(l) {
        n(s);
        var u = Reflect.ownKeys(l).filter((p) => {
          var g = t.get(p);
          return g === void 0 || g.v !== Ke;
        });
        for (var [f, h] of t)
          h.v !== Ke && !(f in l) && u.push(f);
        return u;
      },
      setPrototypeOf() {
        Qi();
      }
    }
  );
}
function Da(r) {
  try {
    if (r !== null && typeof r == "object" && Vt in r)
      return r[Vt];
  } catch {
  }
  return r;
}
function Ss(r, e) {
  return Object.is(Da(r), Da(e));
}
var wn, As, Ms, Ns;
function go() {
  if (wn === void 0) {
    wn = window, As = /Firefox/.test(navigator.userAgent);
    var r = Element.prototype, e = Node.prototype, t = Text.prototype;
    Ms = Mr(e, "firstChild").get, Ns = Mr(e, "nextSibling").get, Ca(r) && (r[Xn] = void 0, r[is] = null, r[Zn] = void 0, r.__e = void 0), Ca(t) && (t[Qn] = void 0);
  }
}
function Kt(r = "") {
  return document.createTextNode(r);
}
// @__NO_SIDE_EFFECTS__
function kr(r) {
  return (
    /** @type {TemplateNode | null} */
    Ms.call(r)
  );
}
// @__NO_SIDE_EFFECTS__
function rn(r) {
  return (
    /** @type {TemplateNode | null} */
    Ns.call(r)
  );
}
function w(r, e) {
  return /* @__PURE__ */ kr(r);
}
function Oe(r, e = !1) {
  {
    var t = /* @__PURE__ */ kr(r);
    return t instanceof Comment && t.data === "" ? /* @__PURE__ */ rn(t) : t;
  }
}
function K(r, e = !1) {
  return /* @__PURE__ */ kr(r);
}
function c(r, e = 1, t = !1) {
  let a = r;
  for (; e--; )
    a = /** @type {TemplateNode} */
    /* @__PURE__ */ rn(a);
  return a;
}
function mo(r) {
  r.textContent = "";
}
function Ps() {
  return !1;
}
function bo(r, e, t) {
  return (
    /** @type {T extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[T] : Element} */
    t ? document.createElement(r, { is: t }) : document.createElement(r)
  );
}
function yo(r) {
  var e = Te;
  if (e === null)
    return Se.f |= ir, r;
  if ((e.f & Ir) === 0 && (e.f & Lr) === 0)
    throw r;
  $t(r, e);
}
function $t(r, e) {
  if (r === ls)
    throw r;
  if (!(e !== null && (e.f & Ze) !== 0)) {
    for (; e !== null; ) {
      if ((e.f & Gn) !== 0 && (e.f & (Ze | Xr)) === 0) {
        if ((e.f & Ir) === 0)
          throw r;
        try {
          e.b.error(r);
          return;
        } catch (t) {
          r = t;
        }
      }
      e = e.parent;
    }
    throw r;
  }
}
function wo(r) {
  Te === null && (Se === null && Ji(), Yi()), Zt && Ki();
}
function ko(r, e) {
  var t = e.last;
  t === null ? e.last = e.first = r : (t.next = r, r.prev = t, e.last = r);
}
function Qt(r, e) {
  var t = Te;
  t !== null && (t.f & st) !== 0 && (r |= st);
  var a = {
    ctx: it,
    deps: null,
    nodes: null,
    f: r | Ie | Pt,
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
  be?.register_created_effect(a);
  var s = a;
  if ((r & Lr) !== 0)
    Yr !== null ? Yr.push(a) : lr.ensure().schedule(a);
  else if (e !== null) {
    try {
      $r(a);
    } catch (o) {
      throw ut(a), o;
    }
    s.deps === null && s.teardown === null && s.nodes === null && s.first === s.last && // either `null`, or a singular child
    (s.f & jr) === 0 && (s = s.first, (r & At) !== 0 && (r & yr) !== 0 && s !== null && (s.f |= yr));
  }
  if (s !== null && (s.parent = t, t !== null && ko(s, t), Se !== null && (Se.f & et) !== 0 && (r & or) === 0)) {
    var i = (
      /** @type {Derived} */
      Se
    );
    (i.effects ??= []).push(s);
  }
  return a;
}
function _a() {
  return Se !== null && !Nt;
}
function ga(r) {
  const e = Qt(Nn, null);
  return qe(e, Ye), e.teardown = r, e;
}
function Yt(r) {
  wo();
  var e = (
    /** @type {Effect} */
    Te.f
  ), t = !Se && (e & Tt) !== 0 && it !== null && !it.i;
  if (t) {
    var a = (
      /** @type {ComponentContext} */
      it
    );
    (a.e ??= []).push(r);
  } else
    return Ts(r);
}
function Ts(r) {
  return Qt(Lr | Mi, r);
}
function xo(r) {
  lr.ensure();
  const e = Qt(or | jr, r);
  return (t = {}) => new Promise((a) => {
    t.outro ? mr(e, () => {
      ut(e), a(void 0);
    }) : (ut(e), a(void 0));
  });
}
function Pn(r) {
  return Qt(Lr, r);
}
function Eo(r) {
  return Qt(Nr | jr, r);
}
function Tn(r, e = 0) {
  return Qt(Nn | e, r);
}
function $(r, e = [], t = [], a = []) {
  so(a, e, t, (s) => {
    Qt(Nn, () => {
      r(...s.map(n));
    });
  });
}
function On(r, e = 0) {
  var t = Qt(At | e, r);
  return t;
}
function yt(r) {
  return Qt(Tt | jr, r);
}
function Os(r) {
  var e = r.teardown;
  if (e !== null) {
    const t = Zt, a = Se;
    Fa(!0), kt(null);
    try {
      e.call(null);
    } catch (s) {
      $t(s, r.parent);
    } finally {
      Fa(t), kt(a);
    }
  }
}
function ma(r, e = !1) {
  var t = r.first;
  for (r.first = r.last = null; t !== null; ) {
    const s = t.ac;
    s !== null && Dr(() => {
      s.abort(tn);
    });
    var a = t.next;
    (t.f & or) !== 0 ? t.parent = null : ut(t, e), t = a;
  }
}
function So(r) {
  for (var e = r.first; e !== null; ) {
    var t = e.next;
    (e.f & Tt) === 0 && ut(e), e = t;
  }
}
function ut(r, e = !0) {
  var t = !1;
  (e || (r.f & Ai) !== 0) && r.nodes !== null && r.nodes.end !== null && (Ao(
    r.nodes.start,
    /** @type {TemplateNode} */
    r.nodes.end
  ), t = !0), r.f |= Xr, ma(r, e && !t), Qr(r, 0);
  var a = r.nodes && r.nodes.t;
  if (a !== null)
    for (const i of a)
      i.stop();
  Os(r), r.f ^= Xr, r.f |= Ze;
  var s = r.parent;
  s !== null && s.first !== null && Ls(r), r.next = r.prev = r.teardown = r.ctx = r.deps = r.fn = r.nodes = r.ac = r.b = null;
}
function Ao(r, e) {
  for (; r !== null; ) {
    var t = r === e ? null : /* @__PURE__ */ rn(r);
    r.remove(), r = t;
  }
}
function Ls(r) {
  var e = r.parent, t = r.prev, a = r.next;
  t !== null && (t.next = a), a !== null && (a.prev = t), e !== null && (e.first === r && (e.first = a), e.last === r && (e.last = t));
}
function mr(r, e, t = !0) {
  var a = [];
  r.f |= ca, Rs(r, a, !0);
  var s = () => {
    t && ut(r), e && e();
  }, i = a.length;
  if (i > 0) {
    var o = () => --i || s();
    for (var l of a)
      l.out(o);
  } else
    s();
}
function Rs(r, e, t) {
  if ((r.f & st) === 0) {
    r.f ^= st;
    var a = r.nodes && r.nodes.t;
    if (a !== null)
      for (const l of a)
        (l.is_global || t) && e.push(l);
    for (var s = r.first; s !== null; ) {
      var i = s.next;
      if ((s.f & or) === 0) {
        var o = (s.f & yr) !== 0 || // If this is a branch effect without a block effect parent,
        // it means the parent block effect was pruned. In that case,
        // transparency information was transferred to the branch effect.
        (s.f & Tt) !== 0 && (r.f & At) !== 0;
        Rs(s, e, o ? t : !1);
      }
      s = i;
    }
  }
}
function kn(r) {
  r.f &= ~ca, Cs(r, !0);
}
function Cs(r, e) {
  if ((r.f & ca) === 0 && (r.f & st) !== 0) {
    r.f ^= st, (r.f & Ye) === 0 && (qe(r, Ie), lr.ensure().schedule(r));
    for (var t = r.first; t !== null; ) {
      var a = t.next, s = (t.f & yr) !== 0 || (t.f & Tt) !== 0;
      Cs(t, s ? e : !1), t = a;
    }
    var i = r.nodes && r.nodes.t;
    if (i !== null)
      for (const o of i)
        (o.is_global || e) && o.in();
  }
}
function ba(r, e) {
  if (r.nodes)
    for (var t = r.nodes.start, a = r.nodes.end; t !== null; ) {
      var s = t === a ? null : /* @__PURE__ */ rn(t);
      e.append(t), t = s;
    }
}
let Zt = !1;
function Fa(r) {
  Zt = r;
}
let Se = null, Nt = !1;
function kt(r) {
  Se = r;
}
let Te = null;
function Ft(r) {
  Te = r;
}
let Dt = null;
function $s(r) {
  Se !== null && ((Se.f & mn) !== 0 || (Se.f & et) !== 0) && (Dt ??= /* @__PURE__ */ new Set()).add(r);
}
let lt = null, ft = 0, bt = null;
function Mo(r) {
  bt = r;
}
let Is = 1, gr = 0, br = gr;
function Ua(r) {
  br = r;
}
function js() {
  return ++Is;
}
function nn(r) {
  var e = r.f;
  if ((e & Ie) !== 0)
    return !0;
  if ((e & dt) !== 0) {
    for (var t = (
      /** @type {Value[]} */
      r.deps
    ), a = t.length, s = 0; s < a; s++) {
      var i = t[s];
      if (nn(
        /** @type {Derived} */
        i
      ) && ms(
        /** @type {Derived} */
        i
      ), i.wv > r.wv)
        return !0;
    }
    (e & Pt) !== 0 && // During time traveling we don't want to reset the status so that
    // traversal of the graph in the other batches still happens
    Mt === null && qe(r, Ye);
  }
  return !1;
}
function Ds(r, e, t = !0) {
  var a = r.reactions;
  if (a !== null && !(Dt !== null && Dt.has(r)))
    for (var s = 0; s < a.length; s++) {
      var i = a[s];
      (i.f & et) !== 0 ? Ds(
        /** @type {Derived} */
        i,
        e,
        !1
      ) : e === i && (t ? qe(i, Ie) : (i.f & Ye) !== 0 && qe(i, dt), pa(
        /** @type {Effect} */
        i
      ));
    }
}
function Fs(r) {
  var e = lt, t = ft, a = bt, s = Se, i = Dt, o = it, l = Nt, u = br, f = r.f;
  lt = /** @type {null | Value[]} */
  null, ft = 0, bt = null, Se = (f & (Tt | or)) === 0 ? r : null, Dt = null, Rr(r.ctx), Nt = !1, br = ++gr, r.ac !== null && (Dr(() => {
    r.ac.abort(tn);
  }), r.ac = null);
  try {
    r.f |= mn;
    var h = (
      /** @type {Function} */
      r.fn
    ), p = h();
    r.f |= Ir;
    var g = Ha(r);
    if (ds() && bt !== null && !Nt && g !== null && (r.f & (et | dt | Ie)) === 0)
      for (var _ = 0; _ < /** @type {Source[]} */
      bt.length; _++)
        Ds(
          bt[_],
          /** @type {Effect} */
          r
        );
    if (s !== null && s !== r) {
      if (gr++, s.deps !== null)
        for (let y = 0; y < t; y += 1)
          s.deps[y].rv = gr;
      if (e !== null)
        for (const y of e)
          y.rv = gr;
      bt !== null && (a === null ? a = bt : a.push(.../** @type {Source[]} */
      bt));
    }
    return (r.f & ir) !== 0 && (r.f ^= ir), p;
  } catch (y) {
    return Ha(r), yo(y);
  } finally {
    r.f ^= mn, lt = e, ft = t, bt = a, Se = s, Dt = i, Rr(o), Nt = l, br = u;
  }
}
function Ha(r) {
  var e = r.deps, t = be?.is_fork;
  if (lt !== null) {
    var a;
    if (t || Qr(r, ft), e !== null && ft > 0)
      for (e.length = ft + lt.length, a = 0; a < lt.length; a++)
        e[ft + a] = lt[a];
    else
      r.deps = e = lt;
    if (_a() && (r.f & Pt) !== 0)
      for (a = ft; a < e.length; a++)
        (e[a].reactions ??= []).push(r);
  } else !t && e !== null && ft < e.length && (Qr(r, ft), e.length = ft);
  return e;
}
function No(r, e) {
  let t = e.reactions;
  if (t !== null) {
    var a = ki.call(t, r);
    if (a !== -1) {
      var s = t.length - 1;
      s === 0 ? t = e.reactions = null : (t[a] = t[s], t.pop());
    }
  }
  if (t === null && (e.f & et) !== 0 && // Destroying a child effect while updating a parent effect can cause a dependency to appear
  // to be unused, when in fact it is used by the currently-updating parent. Checking `new_deps`
  // allows us to skip the expensive work of disconnecting and immediately reconnecting it
  (lt === null || !Gr.call(lt, e))) {
    var i = (
      /** @type {Derived} */
      e
    );
    (i.f & Pt) !== 0 && (i.f ^= Pt), i.v !== Ke && da(i), i.ac !== null && Dr(() => {
      i.ac.abort(tn), i.ac = null, qe(i, Ie);
    }), uo(i), Qr(i, 0);
  }
}
function Qr(r, e) {
  var t = r.deps;
  if (t !== null)
    for (var a = e; a < t.length; a++)
      No(r, t[a]);
}
function $r(r) {
  var e = r.f;
  if ((e & Ze) === 0) {
    qe(r, Ye);
    var t = Te;
    Te = r;
    try {
      (e & (At | as)) !== 0 ? So(r) : ma(r), Os(r);
      var a = Fs(r);
      r.teardown = typeof a == "function" ? a : null, r.wv = Is;
      var s;
    } finally {
      Te = t;
    }
  }
}
async function Po() {
  await Promise.resolve(), fo();
}
function n(r) {
  var e = r.f, t = (e & et) !== 0;
  if (Se !== null && !Nt) {
    var a = Te !== null && (Te.f & Ze) !== 0;
    if (!a && (Dt === null || !Dt.has(r))) {
      var s = Se.deps;
      if ((Se.f & mn) !== 0)
        r.rv < gr && (r.rv = gr, lt === null && s !== null && s[ft] === r ? ft++ : lt === null ? lt = [r] : lt.push(r));
      else {
        Se.deps ??= [], Gr.call(Se.deps, r) || Se.deps.push(r);
        var i = r.reactions;
        i === null ? r.reactions = [Se] : Gr.call(i, Se) || i.push(Se);
      }
    }
  }
  if (Zt && jt.has(r))
    return jt.get(r);
  if (t) {
    var o = (
      /** @type {Derived} */
      r
    );
    if (Zt) {
      var l = o.v;
      return ((o.f & Ye) === 0 && o.reactions !== null || Hs(o)) && (l = va(o)), jt.set(o, l), l;
    }
    var u = (o.f & Pt) === 0 && !Nt && Se !== null && (Se.f & Pt) !== 0, f = (o.f & Ir) === 0;
    nn(o) && (u && (o.f |= Pt), ms(o)), u && !f && (bs(o), Us(o));
  }
  if (Mt?.has(r))
    return Mt.get(r);
  if ((r.f & ir) !== 0)
    throw r.v;
  return r.v;
}
function Us(r) {
  if (r.f |= Pt, r.deps !== null)
    for (const t of r.deps) {
      var e = t.reactions;
      e === null ? t.reactions = [r] : Gr.call(e, r) || e.push(r), (t.f & et) !== 0 && (t.f & Pt) === 0 && (bs(
        /** @type {Derived} */
        t
      ), Us(
        /** @type {Derived} */
        t
      ));
    }
}
function Hs(r) {
  if (r.v === Ke) return !0;
  if (r.deps === null) return !1;
  for (const e of r.deps)
    if (jt.has(e) || (e.f & et) !== 0 && Hs(
      /** @type {Derived} */
      e
    ))
      return !0;
  return !1;
}
function ur(r) {
  var e = Nt;
  try {
    return Nt = !0, r();
  } finally {
    Nt = e;
  }
}
function To(r) {
  if (!(typeof r != "object" || !r || r instanceof EventTarget)) {
    if (Vt in r)
      ra(r);
    else if (!Array.isArray(r))
      for (let e in r) {
        const t = r[e];
        typeof t == "object" && t && Vt in t && ra(t);
      }
  }
}
function ra(r, e = /* @__PURE__ */ new Set()) {
  if (typeof r == "object" && r !== null && // We don't want to traverse DOM elements
  !(r instanceof EventTarget) && !e.has(r)) {
    e.add(r), r instanceof Date && r.getTime();
    for (let a in r)
      try {
        ra(r[a], e);
      } catch {
      }
    const t = ua(r);
    if (t !== Object.prototype && t !== Array.prototype && t !== Map.prototype && t !== Set.prototype && t !== Date.prototype) {
      const a = ts(t);
      for (let s in a) {
        const i = a[s].get;
        if (i)
          try {
            i.call(r);
          } catch {
          }
      }
    }
  }
}
const Oo = ["touchstart", "touchmove"];
function Lo(r) {
  return Oo.includes(r);
}
const Wr = /* @__PURE__ */ Symbol("events"), zs = /* @__PURE__ */ new Set(), na = /* @__PURE__ */ new Set();
function Ro(r, e, t, a = {}) {
  function s(i) {
    if (a.capture || aa.call(e, i), !i.cancelBubble)
      return Dr(() => t?.call(this, i));
  }
  return r.startsWith("pointer") || r.startsWith("touch") || r === "wheel" ? (s.__removed = !1, Wt(() => {
    s.__removed || e.addEventListener(r, s, a);
  })) : e.addEventListener(r, s, a), s;
}
function je(r, e, t, a, s) {
  var i = { capture: a, passive: s }, o = Ro(r, e, t, i);
  (e === document.body || // @ts-ignore
  e === window || // @ts-ignore
  e === document || // Firefox has quirky behavior, it can happen that we still get "canplay" events when the element is already removed
  e instanceof HTMLMediaElement) && ga(() => {
    o.__removed = !0, e.removeEventListener(r, o, i);
  });
}
function re(r, e, t) {
  (e[Wr] ??= {})[r] = t;
}
function Ot(r) {
  for (var e = 0; e < r.length; e++)
    zs.add(r[e]);
  for (var t of na)
    t(r);
}
let zn = null, Bn = !1;
function aa(r) {
  var e = this, t = (
    /** @type {Node} */
    e.ownerDocument
  ), a = r.type, s = r.composedPath?.() || [], i = (
    /** @type {null | Element} */
    s[0] || r.target
  );
  zn = r, Bn || (Bn = !0, setTimeout(() => {
    Bn = !1, zn = null;
  }));
  var o = 0, l = zn === r && r[Wr];
  if (l) {
    var u = s.indexOf(l);
    if (u !== -1 && (e === document || e === /** @type {any} */
    window)) {
      r[Wr] = e;
      return;
    }
    var f = s.indexOf(e);
    if (f === -1)
      return;
    u <= f && (o = u);
  }
  if (i = /** @type {Element} */
  s[o] || r.target, i !== e) {
    es(r, "currentTarget", {
      configurable: !0,
      get() {
        return i || t;
      }
    });
    var h = Se, p = Te;
    kt(null), Ft(null);
    try {
      for (var g, _ = []; i !== null && i !== e; ) {
        try {
          var y = i[Wr]?.[a];
          y != null && (!/** @type {any} */
          i.disabled || // DOM could've been updated already by the time this is reached, so we check this as well
          // -> the target could not have been disabled because it emits the event in the first place
          r.target === i) && y.call(i, r);
        } catch (N) {
          g ? _.push(N) : g = N;
        }
        if (r.cancelBubble) break;
        o++, i = o < s.length ? (
          /** @type {Element} */
          s[o]
        ) : null;
      }
      if (g) {
        for (let N of _)
          queueMicrotask(() => {
            throw N;
          });
        throw g;
      }
    } finally {
      r[Wr] = e, delete r.currentTarget, kt(h), Ft(p);
    }
  }
}
const Co = (
  // We gotta write it like this because after downleveling the pure comment may end up in the wrong location
  globalThis?.window?.trustedTypes && /* @__PURE__ */ globalThis.window.trustedTypes.createPolicy("svelte-trusted-html", {
    /** @param {string} html */
    createHTML: (r) => r
  })
);
function $o(r) {
  return (
    /** @type {string} */
    Co?.createHTML(r) ?? r
  );
}
function Bs(r) {
  var e = bo("template");
  return e.innerHTML = $o(r.replaceAll("<!>", "<!---->")), e.content;
}
function en(r, e) {
  var t = (
    /** @type {Effect} */
    Te
  );
  t.nodes === null && (t.nodes = { start: r, end: e, a: null, t: null });
}
// @__NO_SIDE_EFFECTS__
function k(r, e) {
  var t = (e & Fi) !== 0, a = (e & Ui) !== 0, s, i = !r.startsWith("<!>");
  return () => {
    s === void 0 && (s = Bs(i ? r : "<!>" + r), t || (s = /** @type {TemplateNode} */
    /* @__PURE__ */ kr(s)));
    var o = (
      /** @type {TemplateNode} */
      a || As ? document.importNode(s, !0) : s.cloneNode(!0)
    );
    if (t) {
      var l = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ kr(o)
      ), u = (
        /** @type {TemplateNode} */
        o.lastChild
      );
      en(l, u);
    } else
      en(o, o);
    return o;
  };
}
// @__NO_SIDE_EFFECTS__
function Io(r, e, t = "svg") {
  var a = !r.startsWith("<!>"), s = `<${t}>${a ? r : "<!>" + r}</${t}>`, i;
  return () => {
    if (!i) {
      var o = (
        /** @type {DocumentFragment} */
        Bs(s)
      ), l = (
        /** @type {Element} */
        /* @__PURE__ */ kr(o)
      );
      i = /** @type {Element} */
      /* @__PURE__ */ kr(l);
    }
    var u = (
      /** @type {TemplateNode} */
      i.cloneNode(!0)
    );
    return en(u, u), u;
  };
}
// @__NO_SIDE_EFFECTS__
function qs(r, e) {
  return /* @__PURE__ */ Io(r, e, "svg");
}
function jo(r = "") {
  {
    var e = Kt(r + "");
    return en(e, e), e;
  }
}
function xr() {
  var r = document.createDocumentFragment(), e = document.createComment(""), t = Kt();
  return r.append(e, t), en(e, t), r;
}
function m(r, e) {
  r !== null && r.before(
    /** @type {Node} */
    e
  );
}
function Do(r) {
  let e = 0, t = wr(0), a;
  return () => {
    _a() && (n(t), Tn(() => (e === 0 && (a = ur(() => r(() => Jr(t)))), e += 1, () => {
      Wt(() => {
        e -= 1, e === 0 && (a?.(), a = void 0, Jr(t));
      });
    })));
  };
}
var Fo = yr | jr;
function Uo(r, e, t, a) {
  new Ho(r, e, t, a);
}
class Ho {
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
  #v = 0;
  #u = 0;
  #h = !1;
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
  #p = Do(() => (this.#c = wr(this.#v), () => {
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
        Te
      );
      o.b = this, o.f |= Gn, a(i);
    }, this.parent = /** @type {Effect} */
    Te.b, this.transform_error = s ?? this.parent?.transform_error ?? ((i) => i), this.#a = On(() => {
      this.#y();
    }, Fo);
  }
  #b() {
    try {
      this.#s = yt(() => this.#n(this.#e));
    } catch (e) {
      this.error(e);
    }
  }
  /**
   * @param {unknown} error The deserialized error from the server's hydration comment
   */
  #k(e) {
    const t = this.#t.failed, { reset: a, invoke_onerror: s } = this.#m(e);
    Wt(s), t && (this.#i = yt(() => {
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
          qi();
          return;
        }
        t = !0, a && to(), this.#i !== null && mr(this.#i, () => {
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
          $t(o, this.#a && this.#a.parent);
        }
    } };
  }
  #f() {
    return (this.#a.f & (Ze | Xr)) !== 0;
  }
  #_() {
    const e = this.#t.pending;
    e && (this.is_pending = !0, this.#o = yt(() => e(this.#e)), Wt(() => {
      if (!this.#f()) {
        var t = this.#l = document.createDocumentFragment(), a = Kt(), s = !1;
        if (t.append(a), this.#s = this.#w(() => {
          try {
            return yt(() => this.#n(a));
          } catch (i) {
            try {
              this.error(i), s = !0;
            } catch (o) {
              $t(o, this.#a.parent);
            }
            return null;
          }
        }), this.#s === null) {
          this.#l = null, s && this.#d(
            /** @type {Batch} */
            be
          );
          return;
        }
        this.#u === 0 && (this.#e.before(t), this.#l = null, mr(
          /** @type {Effect} */
          this.#o,
          () => {
            this.#o = null;
          }
        ), this.#d(
          /** @type {Batch} */
          be
        ));
      }
    }));
  }
  #y() {
    try {
      if (this.is_pending = this.has_pending_snippet(), this.#u = 0, this.#v = 0, this.#s = yt(() => {
        this.#n(this.#e);
      }), this.#u > 0) {
        var e = this.#l = document.createDocumentFragment();
        ba(this.#s, e);
        const t = (
          /** @type {(anchor: Node) => void} */
          this.#t.pending
        );
        this.#o = yt(() => t(this.#e));
      } else
        this.#d(
          /** @type {Batch} */
          be
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
    hs(e, this.#g);
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
    var t = Te, a = Se, s = it;
    Ft(this.#a), kt(this.#a), Rr(this.#a.ctx);
    try {
      return lr.ensure(), e();
    } finally {
      Ft(t), kt(a), Rr(s);
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
    this.#u += e, this.#u === 0 && (this.#d(t), this.#o && mr(this.#o, () => {
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
    this.#x(e, t), this.#v += e, !(!this.#c || this.#h) && (this.#h = !0, Wt(() => {
      this.#h = !1, this.#c && Cr(this.#c, this.#v);
    }));
  }
  get_effect_pending() {
    return this.#p(), n(
      /** @type {Source<number>} */
      this.#c
    );
  }
  /** @param {unknown} error */
  error(e) {
    if (e === ls || !this.#t.onerror && !this.#t.failed)
      throw e;
    be?.is_fork ? (this.#s && be.skip_effect(this.#s), this.#o && be.skip_effect(this.#o), this.#i && be.skip_effect(this.#i), be.oncommit(() => {
      this.#f() || this.#E(e);
    })) : this.#E(e);
  }
  /**
   * @param {unknown} error
   */
  #E(e) {
    this.#s && (ut(this.#s), this.#s = null), this.#o && (ut(this.#o), this.#o = null), this.#i && (ut(this.#i), this.#i = null);
    let t = this.#t.failed;
    const a = (s) => {
      if (this.#f()) return;
      const { reset: i, invoke_onerror: o } = this.#m(s);
      o(), t && !this.#f() && (this.#i = this.#w(() => {
        try {
          return yt(() => {
            var l = (
              /** @type {Effect} */
              Te
            );
            l.b = this, l.f |= Gn, t(
              this.#e,
              () => s,
              () => i
            );
          });
        } catch (l) {
          return $t(
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
          $t(i, this.#a && this.#a.parent);
          return;
        }
        s !== null && typeof s == "object" && typeof /** @type {any} */
        s.then == "function" ? s.then(
          a,
          /** @param {unknown} e */
          (i) => $t(i, this.#a && this.#a.parent)
        ) : a(s);
      }
    });
  }
}
function L(r, e) {
  var t = e == null ? "" : typeof e == "object" ? `${e}` : e;
  t !== /** @type {any} */
  (r[Qn] ??= r.nodeValue) && (r[Qn] = t, r.nodeValue = `${t}`);
}
function zo(r, e) {
  return Bo(r, e);
}
const un = /* @__PURE__ */ new Map();
function Bo(r, { target: e, anchor: t, props: a = {}, events: s, context: i, intro: o = !0, transformError: l }) {
  go();
  var u = void 0, f = xo(() => {
    var h = t ?? e.appendChild(Kt());
    Uo(
      /** @type {TemplateNode} */
      h,
      {
        pending: () => {
        }
      },
      (_) => {
        ht({});
        var y = (
          /** @type {ComponentContext} */
          it
        );
        i && (y.c = i), s && (a.$$events = s), u = r(_, a) || fa(), pt();
      },
      l
    );
    var p = /* @__PURE__ */ new Set(), g = (_) => {
      for (var y = 0; y < _.length; y++) {
        var N = _[y];
        if (!p.has(N)) {
          p.add(N);
          var v = Lo(N);
          for (const U of [e, document]) {
            var A = un.get(U);
            A === void 0 && (A = /* @__PURE__ */ new Map(), un.set(U, A));
            var M = A.get(N);
            M === void 0 ? (U.addEventListener(N, aa, { passive: v }), A.set(N, 1)) : A.set(N, M + 1);
          }
        }
      }
    };
    return g(Mn(zs)), na.add(g), () => {
      for (var _ of p)
        for (const v of [e, document]) {
          var y = (
            /** @type {Map<string, number>} */
            un.get(v)
          ), N = (
            /** @type {number} */
            y.get(_)
          );
          --N == 0 ? (v.removeEventListener(_, aa), y.delete(_), y.size === 0 && un.delete(v)) : y.set(_, N);
        }
      na.delete(g), h !== t && h.parentNode?.removeChild(h);
    };
  });
  return sa.set(u, f), u;
}
let sa = /* @__PURE__ */ new WeakMap();
function qo(r, e) {
  const t = sa.get(r);
  return t ? (sa.delete(r), t(e)) : Promise.resolve();
}
class Ws {
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
        kn(a), this.#n.delete(t);
      else {
        var s = this.#t.get(t);
        s && (kn(s.effect), this.#r.set(t, s.effect), this.#t.delete(t), s.fragment.lastChild.remove(), this.anchor.before(s.fragment), a = s.effect);
      }
      for (const [i, o] of this.#e) {
        if (this.#e.delete(i), i === e)
          break;
        const l = this.#t.get(o);
        l && (ut(l.effect), this.#t.delete(o));
      }
      for (const [i, o] of this.#r) {
        if (i === t || this.#n.has(i)) continue;
        const l = () => {
          if (Array.from(this.#e.values()).includes(i)) {
            var f = document.createDocumentFragment();
            ba(o, f), f.append(Kt()), this.#t.set(i, { effect: o, fragment: f });
          } else
            ut(o);
          this.#n.delete(i), this.#r.delete(i);
        };
        this.#a || !a ? (this.#n.add(i), mr(o, l, !1)) : l();
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
      t.includes(a) || (ut(s.effect), this.#t.delete(a));
  };
  /**
   *
   * @param {any} key
   * @param {null | ((target: TemplateNode) => void)} fn
   */
  ensure(e, t) {
    var a = (
      /** @type {Batch} */
      be
    ), s = Ps();
    if (t && !this.#r.has(e) && !this.#t.has(e))
      if (s) {
        var i = document.createDocumentFragment(), o = Kt();
        i.append(o), this.#t.set(e, {
          effect: yt(() => t(o)),
          fragment: i
        });
      } else
        this.#r.set(
          e,
          yt(() => t(this.anchor))
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
function z(r, e, t = !1) {
  var a = new Ws(r), s = t ? yr : 0;
  function i(o, l) {
    a.ensure(o, l);
  }
  On(() => {
    var o = !1;
    e((l, u = 0) => {
      o = !0, i(u, l);
    }), o || i(-1, null);
  }, s);
}
function He(r, e) {
  return e;
}
function Wo(r, e, t) {
  for (var a = [], s = e.length, i, o = e.length, l = 0; l < s; l++) {
    let p = e[l];
    mr(
      p,
      () => {
        if (i) {
          if (i.pending.delete(p), i.done.add(p), i.pending.size === 0) {
            var g = (
              /** @type {Set<EachOutroGroup>} */
              r.outrogroups
            );
            ia(r, Mn(i.done)), g.delete(i), g.size === 0 && (r.outrogroups = null);
          }
        } else
          o -= 1;
      },
      !1
    );
  }
  if (o === 0) {
    var u = a.length === 0 && t !== null && r.pending.size === 0;
    if (u) {
      var f = (
        /** @type {Element} */
        t
      ), h = (
        /** @type {Element} */
        f.parentNode
      );
      mo(h), h.append(f), r.items.clear();
    }
    ia(r, e, !u);
  } else
    i = {
      pending: new Set(e),
      done: /* @__PURE__ */ new Set()
    }, (r.outrogroups ??= /* @__PURE__ */ new Set()).add(i);
}
function ia(r, e, t = !0) {
  var a;
  if (r.pending.size > 0) {
    a = /* @__PURE__ */ new Set();
    for (const o of r.pending.values())
      for (const l of o)
        a.add(
          /** @type {EachItem} */
          r.items.get(l).e
        );
  }
  for (var s = 0; s < e.length; s++) {
    var i = e[s];
    if (a?.has(i)) {
      i.f |= It;
      const o = document.createDocumentFragment();
      ba(i, o);
    } else
      ut(e[s], t);
  }
}
var za;
function Me(r, e, t, a, s, i = null) {
  var o = r, l = /* @__PURE__ */ new Map(), u = (e & os) !== 0;
  if (u) {
    var f = (
      /** @type {Element} */
      r
    );
    o = f.appendChild(Kt());
  }
  var h = null, p = /* @__PURE__ */ gs(() => {
    var M = t();
    return (
      /** @type {V[]} */
      An(M) ? M : M == null ? [] : Mn(M)
    );
  }), g = /* @__PURE__ */ new Map(), _ = !0;
  function y(M) {
    if ((A.effect.f & Ze) === 0) {
      A.pending.delete(M);
      var U = n(p);
      A.fallback = h, Vo(A, U, o, e, a), h !== null && (U.length === 0 ? (h.f & It) === 0 ? kn(h) : (h.f ^= It, Vr(h, null, o)) : mr(h, () => {
        h = null;
      }));
    }
  }
  function N(M) {
    A.pending.delete(M);
  }
  var v = On(() => {
    for (var M = (
      /** @type {V[]} */
      n(p)
    ), U = M.length, ee = /* @__PURE__ */ new Set(), le = (
      /** @type {Batch} */
      be
    ), B = Ps(), x = 0; x < U; x += 1) {
      var q = M[x], X = a(q, x), P = _ ? null : l.get(X);
      P ? (P.v && Cr(P.v, q), P.i && Cr(P.i, x), B && le.unskip_effect(P.e)) : (P = Ko(
        l,
        _ ? o : za ??= Kt(),
        q,
        X,
        x,
        s,
        e,
        t
      ), _ || (P.e.f |= It), l.set(X, P)), ee.add(X);
    }
    if (U === 0 && i && !h && (_ ? h = yt(() => i(o)) : (h = yt(() => i(za ??= Kt())), h.f |= It)), U > ee.size && Vi(), !_)
      if (g.set(le, ee), B) {
        for (const [D, te] of l)
          ee.has(D) || le.skip_effect(te.e);
        le.oncommit(y), le.ondiscard(N);
      } else
        y(le);
    n(p);
  }), A = { effect: v, items: l, pending: g, outrogroups: null, fallback: h };
  _ = !1;
}
function Hr(r) {
  for (; r !== null && (r.f & Tt) === 0; )
    r = r.next;
  return r;
}
function Vo(r, e, t, a, s) {
  var i = (a & Ri) !== 0, o = e.length, l = r.items, u = Hr(r.effect.first), f, h = null, p, g = [], _ = [], y, N, v, A;
  if (i)
    for (A = 0; A < o; A += 1)
      y = e[A], N = s(y, A), v = /** @type {EachItem} */
      l.get(N).e, (v.f & It) === 0 && (v.nodes?.a?.measure(), (p ??= /* @__PURE__ */ new Set()).add(v));
  for (A = 0; A < o; A += 1) {
    if (y = e[A], N = s(y, A), v = /** @type {EachItem} */
    l.get(N).e, r.outrogroups !== null)
      for (const P of r.outrogroups)
        P.pending.delete(v), P.done.delete(v);
    if ((v.f & st) !== 0 && (kn(v), i && (v.nodes?.a?.unfix(), (p ??= /* @__PURE__ */ new Set()).delete(v))), (v.f & It) !== 0)
      if (v.f ^= It, v === u)
        Vr(v, null, t);
      else {
        var M = h ? h.next : u;
        v === r.effect.last && (r.effect.last = v.prev), v.prev && (v.prev.next = v.next), v.next && (v.next.prev = v.prev), ar(r, h, v), ar(r, v, M), Vr(v, M, t), h = v, g = [], _ = [], u = Hr(h.next);
        continue;
      }
    if (v !== u) {
      if (f !== void 0 && f.has(v)) {
        if (g.length < _.length) {
          var U = _[0], ee;
          h = U.prev;
          var le = g[0], B = g[g.length - 1];
          for (ee = 0; ee < g.length; ee += 1)
            Vr(g[ee], U, t);
          for (ee = 0; ee < _.length; ee += 1)
            f.delete(_[ee]);
          ar(r, le.prev, B.next), ar(r, h, le), ar(r, B, U), u = U, h = B, A -= 1, g = [], _ = [];
        } else
          f.delete(v), Vr(v, u, t), ar(r, v.prev, v.next), ar(r, v, h === null ? r.effect.first : h.next), ar(r, h, v), h = v;
        continue;
      }
      for (g = [], _ = []; u !== null && u !== v; )
        (f ??= /* @__PURE__ */ new Set()).add(u), _.push(u), u = Hr(u.next);
      if (u === null)
        continue;
    }
    (v.f & It) === 0 && g.push(v), h = v, u = Hr(v.next);
  }
  if (r.outrogroups !== null) {
    for (const P of r.outrogroups)
      P.pending.size === 0 && (ia(r, Mn(P.done)), r.outrogroups?.delete(P));
    r.outrogroups.size === 0 && (r.outrogroups = null);
  }
  if (u !== null || f !== void 0) {
    var x = [];
    if (f !== void 0)
      for (v of f)
        (v.f & st) === 0 && x.push(v);
    for (; u !== null; )
      (u.f & st) === 0 && u !== r.fallback && x.push(u), u = Hr(u.next);
    var q = x.length;
    if (q > 0) {
      var X = (a & os) !== 0 && o === 0 ? t : null;
      if (i) {
        for (A = 0; A < q; A += 1)
          x[A].nodes?.a?.measure();
        for (A = 0; A < q; A += 1)
          x[A].nodes?.a?.fix();
      }
      Wo(r, x, X);
    }
  }
  i && Wt(() => {
    if (p !== void 0)
      for (v of p)
        v.nodes?.a?.apply();
  });
}
function Ko(r, e, t, a, s, i, o, l) {
  var u = (o & Oi) !== 0 ? (o & Ci) === 0 ? /* @__PURE__ */ ho(t, !1, !1) : wr(t) : null, f = (o & Li) !== 0 ? wr(s) : null;
  return {
    v: u,
    i: f,
    e: yt(() => (i(e, u ?? t, f ?? s, l), () => {
      r.delete(a);
    }))
  };
}
function Vr(r, e, t) {
  if (r.nodes)
    for (var a = r.nodes.start, s = r.nodes.end, i = e && (e.f & It) === 0 ? (
      /** @type {EffectNodes} */
      e.nodes.start
    ) : t; a !== null; ) {
      var o = (
        /** @type {TemplateNode} */
        /* @__PURE__ */ rn(a)
      );
      if (i.before(a), a === s)
        return;
      a = o;
    }
}
function ar(r, e, t) {
  e === null ? r.effect.first = t : e.next = t, t === null ? r.effect.last = e : t.prev = e;
}
function Yo(r, e, ...t) {
  var a = new Ws(r);
  On(() => {
    const s = e() ?? null;
    a.ensure(s, s && ((i) => s(i, ...t)));
  }, yr);
}
function Jo(r, e, t) {
  Pn(() => {
    var a = ur(() => e(r, t?.()) || {});
    if (t && a?.update) {
      var s = !1, i = (
        /** @type {any} */
        {}
      );
      Tn(() => {
        var o = t();
        To(o), s && cs(i, o) && (i = o, a.update(o));
      }), s = !0;
    }
    if (a?.destroy)
      return () => (
        /** @type {Function} */
        a.destroy()
      );
  });
}
const Ba = [...` 	
\r\f \v\uFEFF`];
function Go(r, e, t) {
  var a = r == null ? "" : "" + r;
  if (t) {
    for (var s of Object.keys(t))
      if (t[s])
        a = a ? a + " " + s : s;
      else if (a.length)
        for (var i = s.length, o = 0; (o = a.indexOf(s, o)) >= 0; ) {
          var l = o + i;
          (o === 0 || Ba.includes(a[o - 1])) && (l === a.length || Ba.includes(a[l])) ? a = (o === 0 ? "" : a.substring(0, o)) + a.substring(l + 1) : o = l;
        }
  }
  return a === "" ? null : a;
}
function qa(r, e = !1) {
  var t = e ? " !important;" : ";", a = "";
  for (var s of Object.keys(r)) {
    var i = r[s];
    i != null && i !== "" && (a += " " + s + ": " + i + t);
  }
  return a;
}
function Xo(r, e) {
  if (e) {
    var t = "", a, s;
    return Array.isArray(e) ? (a = e[0], s = e[1]) : a = e, a && (t += qa(a)), s && (t += qa(s, !0)), t = t.trim(), t === "" ? null : t;
  }
  return String(r);
}
function Jt(r, e, t, a, s, i) {
  var o = (
    /** @type {any} */
    r[Xn]
  );
  if (o !== t || o === void 0) {
    var l = Go(t, a, i);
    l == null ? r.removeAttribute("class") : r.className = l, r[Xn] = t;
  } else if (i && s !== i)
    for (var u in i) {
      var f = !!i[u];
      (s == null || f !== !!s[u]) && r.classList.toggle(u, f);
    }
  return i;
}
function qn(r, e = {}, t, a) {
  for (var s in t) {
    var i = t[s];
    e[s] !== i && (t[s] == null ? r.style.removeProperty(s) : r.style.setProperty(s, i, a));
  }
}
function Je(r, e, t, a) {
  var s = (
    /** @type {any} */
    r[Zn]
  );
  if (s !== e) {
    var i = Xo(e, a);
    i == null ? r.removeAttribute("style") : r.style.cssText = i, r[Zn] = e;
  } else a && (Array.isArray(a) ? (qn(r, t?.[0], a[0]), qn(r, t?.[1], a[1], "important")) : qn(r, t, a));
  return a;
}
function Zo(r, e) {
  e ? r.hasAttribute("selected") || r.setAttribute("selected", "") : r.removeAttribute("selected");
}
function Qo(r, e) {
  var t = r.__defaultValue, a = r.multiple, s = a ? t ?? [] : null;
  if (!(a && !An(s))) {
    r.selectedIndex;
    for (var i of r.options) {
      var o = Tr(i);
      Zo(
        i,
        a ? (
          /** @type {any[]} */
          s.includes(o)
        ) : Ss(o, t)
      );
    }
  }
}
function ya(r, e, t = !1) {
  if (r.multiple) {
    if (e == null)
      return;
    if (!An(e))
      return Bi();
    for (var a of r.options)
      a.selected = e.includes(Tr(a));
    return;
  }
  for (a of r.options) {
    var s = Tr(a);
    if (Ss(s, e)) {
      a.selected = !0;
      return;
    }
  }
  (!t || e !== void 0) && (r.selectedIndex = -1);
}
function St(r) {
  var e = new MutationObserver((t) => {
    t.every(el) || ("__defaultValue" in r && Qo(r), "__value" in r && ya(r, r.__value));
  });
  e.observe(r, {
    // Listen to option element changes
    childList: !0,
    subtree: !0,
    // because of <optgroup>
    // Listen to option element value attribute changes
    // (doesn't get notified of select value changes,
    // because that property is not reflected as an attribute)
    attributes: !0,
    attributeFilter: ["value"]
  }), ga(() => {
    e.disconnect();
  });
}
function Rt(r, e, t = e) {
  var a = /* @__PURE__ */ new WeakSet(), s = !0;
  ps(r, "change", (i) => {
    var o = i ? "[selected]" : ":checked", l;
    if (r.multiple)
      l = [].map.call(r.querySelectorAll(o), Tr);
    else {
      var u = r.querySelector(o) ?? // will fall back to first non-disabled option if no option is selected
      r.querySelector("option:not([disabled])");
      l = u && Tr(u);
    }
    t(l), r.__value = l, be !== null && a.add(be);
  }), Pn(() => {
    var i = e();
    if (r === document.activeElement) {
      var o = (
        /** @type {Batch} */
        be
      );
      if (a.has(o))
        return;
    }
    if (ya(r, i, s), s && i === void 0) {
      var l = r.querySelector(":checked");
      l !== null && (i = Tr(l), t(i));
    }
    r.__value = i, s = !1;
  });
}
function Tr(r) {
  return "__value" in r ? r.__value : r.value;
}
function el(r) {
  if (
    /** @type {Element} */
    r.target.closest("selectedcontent") !== null
  )
    return !0;
  if (r.type === "childList") {
    var e = [...r.addedNodes, ...r.removedNodes];
    return e.length > 0 && e.every((t) => t.nodeName === "SELECTEDCONTENT");
  }
  return !1;
}
const tl = /* @__PURE__ */ Symbol("is custom element"), rl = /* @__PURE__ */ Symbol("is html"), nl = Ti ? "progress" : "PROGRESS";
function Vs(r, e) {
  var t = wa(r);
  t.value === (t.value = // treat null and undefined the same for the initial value
  e ?? void 0) || // @ts-expect-error
  // `progress` elements always need their value set when it's `0`
  r.value === e && (e !== 0 || r.nodeName !== nl) || (r.value = e ?? "");
}
function al(r, e) {
  var t = wa(r);
  t.checked !== (t.checked = // treat null and undefined the same for the initial value
  e ?? void 0) && (r.checked = e);
}
function oe(r, e, t, a) {
  var s = wa(r), i = s[e];
  i !== (s[e] = t) && (e === "loading" && (r[Pi] = t), t == null ? r.removeAttribute(e) : typeof t != "string" && sl(r).has(e) ? r[e] = t : r.setAttribute(e, t));
}
function wa(r) {
  return (
    /** @type {Record<string | symbol, unknown>} **/
    /** @type {any} */
    r[is] ??= {
      [tl]: r.nodeName.includes("-"),
      [rl]: r.namespaceURI === Hi
    }
  );
}
var Wa = /* @__PURE__ */ new Map();
function sl(r) {
  var e = r.getAttribute("is") || r.nodeName, t = Wa.get(e);
  if (t) return t;
  Wa.set(e, t = /* @__PURE__ */ new Set());
  for (var a, s = r, i = Element.prototype; i !== s; ) {
    a = ts(s);
    for (var o in a)
      a[o].set && // better safe than sorry, we don't want spread attributes to mess with HTML content
      o !== "innerHTML" && o !== "textContent" && o !== "innerText" && t.add(o);
    s = ua(s);
  }
  return t;
}
function wt(r, e, t = e) {
  var a = /* @__PURE__ */ new WeakSet();
  ps(r, "input", async (s) => {
    var i = s ? r.defaultValue : r.value;
    if (i = Wn(r) ? Vn(i) : i, t(i), be !== null && a.add(be), await Po(), i !== (i = e())) {
      var o = r.selectionStart, l = r.selectionEnd, u = r.value.length;
      if (r.value = i ?? "", l !== null) {
        var f = r.value.length;
        o === l && l === u && f > u ? (r.selectionStart = f, r.selectionEnd = f) : (r.selectionStart = o, r.selectionEnd = Math.min(l, f));
      }
    }
  }), // If we are hydrating and the value has since changed,
  // then use the updated value from the input instead.
  // If defaultValue is set, then value == defaultValue
  // TODO Svelte 6: remove input.value check and set to empty string?
  ur(e) == null && r.value && (t(Wn(r) ? Vn(r.value) : r.value), be !== null && a.add(be)), Tn(() => {
    var s = e();
    if (r === document.activeElement) {
      var i = (
        /** @type {Batch} */
        be
      );
      if (a.has(i))
        return;
    }
    Wn(r) && s === Vn(r.value) || r.type === "date" && !s && !r.value || s !== r.value && (r.value = s ?? "");
  });
}
function Wn(r) {
  var e = r.type;
  return e === "number" || e === "range";
}
function Vn(r) {
  return r === "" ? null : +r;
}
class ka {
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
          ka.entries.set(t.target, t);
          for (var a of this.#e.get(t.target) || [])
            a(t);
        }
      }
    ));
  }
}
var il = /* @__PURE__ */ new ka({
  box: "border-box"
});
function xa(r, e, t) {
  var a = il.observe(r, () => t(r[e]));
  Pn(() => (ur(() => t(r[e])), a));
}
function Kn(r, e) {
  return r === e || r?.[Vt] === e;
}
function an(r = fa(), e, t, a) {
  var s = (
    /** @type {ComponentContext} */
    it.r
  ), i = (
    /** @type {Effect} */
    Te
  );
  return Pn(() => {
    var o, l;
    return Tn(() => {
      o = l, l = [], ur(() => {
        Kn(t(...l), r) || (e(r, ...l), o && Kn(t(...o), r) && e(null, ...o));
      });
    }), () => {
      let u = i;
      for (; u !== s && u.parent !== null && u.parent.f & Xr; )
        u = u.parent;
      const f = () => {
        l && Kn(t(...l), r) && e(null, ...l);
      }, h = u.teardown;
      u.teardown = () => {
        f(), h?.();
      };
    };
  }), r;
}
let cn = !1;
function ol(r) {
  var e = cn;
  try {
    return cn = !1, [r(), cn];
  } finally {
    cn = e;
  }
}
function Ve(r, e, t, a) {
  var s = !0, i = (t & ji) !== 0, o = (t & Di) !== 0, l = (
    /** @type {V} */
    a
  ), u = !0, f = (
    /** @type {Derived<V> | undefined} */
    void 0
  ), h = () => o && s ? (f ??= /* @__PURE__ */ Zr(
    /** @type {() => V} */
    a
  ), n(f)) : (u && (u = !1, l = o ? ur(
    /** @type {() => V} */
    a
  ) : (
    /** @type {V} */
    a
  )), l);
  let p;
  if (i) {
    var g = Vt in r || Ni in r;
    p = Mr(r, e)?.set ?? (g && e in r ? (ee) => r[e] = ee : void 0);
  }
  var _, y = !1;
  i ? [_, y] = ol(() => (
    /** @type {V} */
    r[e]
  )) : _ = /** @type {V} */
  r[e], _ === void 0 && a !== void 0 && (_ = h(), p && (Xi(), p(_)));
  var N;
  if (N = () => {
    var ee = (
      /** @type {V} */
      r[e]
    );
    return ee === void 0 ? h() : (u = !0, ee);
  }, (t & Ii) === 0)
    return N;
  if (p) {
    var v = r.$$legacy;
    return (
      /** @type {() => V} */
      (function(ee, le) {
        return arguments.length > 0 ? ((!le || v || y) && p(le ? N() : ee), ee) : N();
      })
    );
  }
  var A = !1, M = ((t & $i) !== 0 ? Zr : gs)(() => (A = !1, N()));
  i && n(M);
  var U = (
    /** @type {Effect} */
    Te
  );
  return (
    /** @type {() => V} */
    (function(ee, le) {
      if (arguments.length > 0) {
        const B = le ? n(M) : i ? _r(ee) : ee;
        return E(M, B), A = !0, l !== void 0 && (l = B), ee;
      }
      return Zt && A || (U.f & Ze) !== 0 ? M.v : n(M);
    })
  );
}
const ll = "5";
typeof window < "u" && ((window.__svelte ??= {}).v ??= /* @__PURE__ */ new Set()).add(ll);
const Ks = [4, 1444665, 4328040, 6952814, 9643623, 12334932, 14504250, 15955993, 16557322, 16176966, 16580516], Ys = [16250871, 10209764, 3903428, 742815, 340060], Js = [16250871, 16630669, 15761203, 12536332, 7022086];
function Or(r, e) {
  return Array.from({ length: e }, (t, a) => {
    const s = a / (e - 1) * (r.length - 1), i = Math.min(Math.floor(s), r.length - 2), o = s - i, l = (u) => Math.round((r[i] >> u & 255) * (1 - o) + (r[i + 1] >> u & 255) * o);
    return `rgb(${l(16)},${l(8)},${l(0)})`;
  });
}
const Ln = 128, ul = Or(Ks, Ln), cl = Or(Ys, Ln), fl = Or(Js, Ln);
function Ut(r, e) {
  if (Number.isNaN(r)) return "transparent";
  const t = Math.min(1, Math.abs(r)), a = Math.round(t * (Ln - 1));
  return e ? r < 0 ? cl[a] : fl[a] : ul[a];
}
const oa = (r, e) => e ? Math.abs(r) > 0.55 ? "#fff" : "#111" : r > 0.62 ? "#111" : "#fff", dl = (r) => `linear-gradient(90deg, ${(r ? [...Or(Ys, 9).reverse(), ...Or(Js, 9)] : Or(Ks, 17)).join(",")})`, Gt = (r) => r >= 0.9995 ? "100%" : r >= 0.1 ? `${(100 * r).toFixed(0)}%` : r >= 5e-4 ? `${(100 * r).toFixed(r >= 0.01 ? 1 : 2)}%` : "<0.1%", Xt = (r) => Number.isNaN(r) ? "–" : Math.abs(r) >= 100 ? r.toFixed(0) : Math.abs(r) >= 1 ? r.toFixed(2) : r.toFixed(3), sr = (r) => (r > 0 ? "+" : r < 0 ? "−" : "") + Xt(Math.abs(r)), vt = (r) => r.replace(/\n/g, "⏎").replace(/\t/g, "⇥").replace(/^ | $/g, "·") || "∅";
var vl = /* @__PURE__ */ k("<option> </option>"), hl = /* @__PURE__ */ k('<div class="chips" role="group" aria-label="Examples"><button type="button" aria-label="Previous example">‹</button> <button type="button"> </button> <button type="button" aria-label="Next example">›</button></div>'), pl = /* @__PURE__ */ k('<figure><img/><button type="button">×</button></figure>'), _l = /* @__PURE__ */ k('<p class="turn"><b> </b> </p>'), gl = /* @__PURE__ */ k('<button type="button">stop</button>'), ml = /* @__PURE__ */ k('<button type="button" class="link">new chat</button>'), bl = /* @__PURE__ */ k('<div class="form"><label class="wide">system prompt <input/></label> <label class="wide">the answer begins with <input/></label> <label>temperature <input type="number" min="0" step="0.1"/></label> <label>most tokens <input type="number" min="1" max="1024"/></label></div>'), yl = /* @__PURE__ */ k('<div class="row"><label>model <select></select></label> <!></div> <div class="thumbs"><!> <button type="button" class="add">+ image<small>or drop, or paste</small></button> <input type="file" multiple="" class="hidden" tabindex="-1" aria-hidden="true"/></div> <!> <form><label class="hidden" for="question">Question</label> <textarea id="question" rows="2" placeholder="Ask something"></textarea> <div class="row"><button type="submit" class="primary">Ask</button> <!> <button type="button" class="link">more</button> <!></div> <!></form>', 1), wl = /* @__PURE__ */ k('<p class="fine"> </p>'), kl = /* @__PURE__ */ k("<h2> </h2> <!>", 1), xl = /* @__PURE__ */ k('<span class="hidden"> </span>'), El = /* @__PURE__ */ k('<button type="button"> <!></button>'), Sl = /* @__PURE__ */ k('<span class="fine"> </span>'), Al = /* @__PURE__ */ k('<button type="button" class="link">go on</button>'), Ml = /* @__PURE__ */ k('<button type="button"><span> </span><small> </small></button>'), Nl = /* @__PURE__ */ k('<div class="next" role="group" aria-label="Next-token probabilities; choose one to explain"></div>'), Pl = /* @__PURE__ */ k('<div class="said" aria-live="polite"><div class="answer-tokens" role="group" aria-label="Answer: choose a token to explain"></div> <!> <!></div> <!>', 1), Tl = /* @__PURE__ */ k('<section aria-label="Ask"><!> <!></section>');
function Ol(r, e) {
  ht(e, !0);
  let t = Ve(e, "session", 7), a = /* @__PURE__ */ R(!1), s = /* @__PURE__ */ R(!1), i = /* @__PURE__ */ R(void 0);
  const o = /* @__PURE__ */ H(() => t().study?.answer.find((v) => v.position === t().at && v.token.id === t().target?.id) ?? t().study?.answer.find((v) => v.position === t().at));
  function l(v) {
    v.preventDefault(), E(s, !1);
    const A = [...v.dataTransfer?.files ?? []];
    A.length && t().addFiles(A, t().example !== null);
  }
  function u(v) {
    const A = [...v.clipboardData?.files ?? []];
    A.length && t().addFiles(A, t().example !== null);
  }
  var f = Tl();
  je("paste", wn, u);
  let h;
  var p = w(f);
  {
    var g = (v) => {
      var A = yl(), M = Oe(A), U = w(M), ee = c(w(U));
      Me(ee, 21, () => t().models, He, (O, Q) => {
        var G = vl(), W = K(G, !0), se = {};
        $(() => {
          L(W, n(Q).name), se !== (se = n(Q).name) && (G.value = (G.__value = se) ?? "");
        }), m(O, G);
      }), St(ee);
      var le = c(U, 2);
      {
        var B = (O) => {
          var Q = hl(), G = w(Q), W = c(G, 2), se = K(W), ie = c(W, 2);
          $(() => {
            G.disabled = !t().example, L(se, `example ${(t().example ?? 0) + 1} of ${t().info.examples ?? ""}`), ie.disabled = t().example !== null && t().example >= t().info.examples - 1;
          }), re("click", G, () => t().takeExample(t().example - 1)), re("click", W, () => t().takeExample(t().example ?? 0)), re("click", ie, () => t().takeExample((t().example ?? -1) + 1)), m(O, Q);
        };
        z(le, (O) => {
          t().info?.examples && O(B);
        });
      }
      var x = c(M, 2), q = w(x);
      Me(q, 19, () => t().uploads, (O, Q) => O.id + Q, (O, Q, G) => {
        var W = pl(), se = w(W), ie = c(se);
        $(
          (me) => {
            oe(se, "src", me), oe(se, "alt", `Image ${n(G) + 1}, ${n(Q).width ?? ""} x ${n(Q).height ?? ""}${n(Q).frames ? `, ${n(Q).frames.length} frames` : ""}`), oe(ie, "aria-label", `Remove image ${n(G) + 1}`);
          },
          [() => t().source.imageUrl(n(Q).id)]
        ), re("click", ie, () => {
          t().uploads = t().uploads.filter((me, ke) => ke !== n(G)), t().example = null;
        }), m(O, W);
      });
      var X = c(q, 2), P = c(X, 2);
      an(P, (O) => E(i, O), () => n(i));
      var D = c(x, 2);
      Me(D, 17, () => t().earlier, He, (O, Q) => {
        var G = _l(), W = w(G), se = K(W, !0), ie = c(W);
        $(
          (me) => {
            L(se, n(Q).role), L(ie, ` ${me ?? ""}`);
          },
          [
            () => n(Q).content.map((me) => me.type === "text" ? me.text : `[${me.type}]`).join(" ")
          ]
        ), m(O, G);
      });
      var te = c(D, 2), ce = c(w(te), 2), Y = c(ce, 2), pe = c(w(Y), 2);
      {
        var J = (O) => {
          var Q = gl();
          re("click", Q, () => t().halt()), m(O, Q);
        };
        z(pe, (O) => {
          t().study?.answering && O(J);
        });
      }
      var T = c(pe, 2), F = c(T, 2);
      {
        var I = (O) => {
          var Q = ml();
          re("click", Q, () => {
            t().earlier = [];
          }), m(O, Q);
        };
        z(F, (O) => {
          t().earlier.length && O(I);
        });
      }
      var V = c(Y, 2);
      {
        var de = (O) => {
          var Q = bl(), G = w(Q), W = c(w(G)), se = c(G, 2), ie = c(w(se)), me = c(se, 2), ke = c(w(me)), Re = c(me, 2), d = c(w(Re));
          wt(W, () => t().system, (j) => t().system = j), wt(ie, () => t().prefill, (j) => t().prefill = j), wt(ke, () => t().temperature, (j) => t().temperature = j), wt(d, () => t().maxNew, (j) => t().maxNew = j), m(O, Q);
        };
        z(V, (O) => {
          n(a) && O(de);
        });
      }
      $(() => {
        oe(P, "accept", `image/*${t().info?.video ? ",video/*" : ""}`), oe(T, "aria-expanded", n(a));
      }), re("change", ee, () => {
        t().example = null, t().info?.examples && t().takeExample(0, !1);
      }), Rt(ee, () => t().model, (O) => t().model = O), re("click", X, () => n(i)?.click()), re("change", P, (O) => {
        t().addFiles([...O.currentTarget.files ?? []], t().example !== null), O.currentTarget.value = "";
      }), je("submit", te, (O) => {
        O.preventDefault(), t().ask();
      }), re("keydown", ce, (O) => {
        O.key === "Enter" && !O.shiftKey && (O.preventDefault(), t().ask());
      }), wt(ce, () => t().question, (O) => t().question = O), re("click", T, () => E(a, !n(a))), m(v, A);
    }, _ = (v) => {
      var A = kl(), M = Oe(A), U = K(M, !0), ee = c(M, 2);
      {
        var le = (B) => {
          var x = wl(), q = K(x, !0);
          $(() => L(q, t().text)), m(B, x);
        };
        z(ee, (B) => {
          t().text && B(le);
        });
      }
      $(() => L(U, t().title)), m(v, A);
    };
    z(p, (v) => {
      t().source.kind === "server" ? v(g) : t().title && v(_, 1);
    });
  }
  var y = c(p, 2);
  {
    var N = (v) => {
      var A = Pl(), M = Oe(A), U = w(M);
      Me(U, 21, () => t().study.answer, He, (P, D) => {
        var te = El();
        let ce;
        var Y = w(te), pe = c(Y);
        {
          var J = (T) => {
            var F = xl(), I = K(F);
            $(() => L(I, `end of the answer (${n(D).token.text ?? ""})`)), m(T, F);
          };
          z(pe, (T) => {
            n(D).ends && T(J);
          });
        }
        $(
          (T) => {
            ce = Jt(te, 1, "answer-token", null, ce, { ends: n(D).ends }), oe(te, "aria-pressed", t().at === n(D).position && t().target?.id === n(D).token.id), oe(te, "title", `chosen after token ${n(D).position ?? ""}`), L(Y, T);
          },
          [() => n(D).ends ? "■" : vt(n(D).token.text)]
        ), re("click", te, () => t().lookAt(n(D))), m(P, te);
      });
      var ee = c(U, 2);
      {
        var le = (P) => {
          var D = Sl(), te = K(D, !0);
          $((ce) => L(te, ce), [
            () => t().study.answer.filter((ce) => !ce.ends).map((ce) => ce.token.text).join("").trim() === t().truth ? "right" : `the truth is ${t().truth}`
          ]), m(P, D);
        };
        z(ee, (P) => {
          t().truth !== null && P(le);
        });
      }
      var B = c(ee, 2);
      {
        var x = (P) => {
          var D = Al();
          re("click", D, () => {
            t().goOn(), document.getElementById("question")?.focus();
          }), m(P, D);
        };
        z(B, (P) => {
          t().source.kind === "server" && !t().study.answering && P(x);
        });
      }
      var q = c(M, 2);
      {
        var X = (P) => {
          var D = Nl();
          Me(D, 21, () => n(o).top.slice(0, 5), (te) => te.id, (te, ce) => {
            var Y = Ml();
            let pe;
            var J = w(Y), T = K(J, !0), F = c(J), I = K(F, !0);
            $(
              (V, de) => {
                oe(Y, "aria-pressed", t().target?.id === n(ce).id), pe = Je(Y, "", pe, { "--share": `${100 * n(ce).p}%` }), L(T, V), L(I, de);
              },
              [() => vt(n(ce).text), () => Gt(n(ce).p)]
            ), re("click", Y, () => t().target = { id: n(ce).id, text: n(ce).text }), m(te, Y);
          }), m(P, D);
        };
        z(q, (P) => {
          n(o) && P(X);
        });
      }
      m(v, A);
    };
    z(y, (v) => {
      t().study?.answer.length && v(N);
    });
  }
  $(() => h = Jt(f, 1, "card ask", null, h, { dragged: n(s) })), je("dragover", f, (v) => {
    v.preventDefault(), E(s, !0);
  }), je("dragleave", f, () => E(s, !1)), je("drop", f, l), m(r, f), pt();
}
Ot(["change", "click", "keydown"]);
const vn = (r) => r.replace(/[<>&"]/g, (e) => `&#${e.charCodeAt(0)};`);
function Gs(r, e, t, a) {
  const s = Math.max(8, e / 30), i = t.map(({ box: [o, l, u, f], fill: h, text: p }) => {
    const g = `<rect x="${o}" y="${l}" width="${u - o}" height="${f - l}" fill="${h}"/>`;
    return p ? `${g}<text x="${(o + u) / 2}" y="${(l + f) / 2}" font-size="${Math.min((f - l) * 0.42, (u - o) * 1.5 / Math.max(2, p.length))}" fill="#888" text-anchor="middle" dominant-baseline="central">${vn(p)}</text>` : g;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${r} ${e + 2 * s}" width="${r}" height="${e + 2 * s}" font-family="system-ui, sans-serif"><title>${vn(a)}</title>${i.join("")}<text x="2" y="${e + 1.4 * s}" font-size="${s}" fill="#777">${vn(a)}</text></svg>`;
}
const Ea = (r, e, t, a, s) => Gs(t * 20, e * 20, Array.from({ length: e * t }, (i, o) => ({ box: [o % t * 20, Math.floor(o / t) * 20, o % t * 20 + 19, Math.floor(o / t) * 20 + 19], fill: a(r[o]) })), s);
function hn(r, e, t = "text/plain") {
  const a = typeof e == "string" ? new Blob([e], { type: t }) : e, s = Object.assign(document.createElement("a"), { href: URL.createObjectURL(a), download: r });
  s.click(), setTimeout(() => URL.revokeObjectURL(s.href), 1e4);
}
const Ll = (r) => r.map((e) => e.map((t) => /[",\n]/.test(String(t)) ? `"${String(t).replace(/"/g, '""')}"` : String(t)).join(",")).join(`
`) + `
`;
async function Rl(r) {
  const e = new Image();
  e.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(r)}`, await e.decode();
  const t = Math.max(1, 1200 / Math.max(e.width, e.height)), a = Object.assign(document.createElement("canvas"), { width: e.width * t, height: e.height * t });
  return a.getContext("2d").drawImage(e, 0, 0, a.width, a.height), new Promise((s) => a.toBlob((i) => s(i)));
}
const la = (r) => {
  let e = "";
  for (let t = 0; t < r.length; t += 32768) e += String.fromCharCode(...r.subarray(t, t + 32768));
  return btoa(e);
};
async function Cl(r) {
  const e = await (await fetch(r)).blob();
  return `data:${e.type};base64,${la(new Uint8Array(await e.arrayBuffer()))}`;
}
async function $l(r, e, t, a, s, i) {
  const [o, l] = await Promise.all(["app.js", "app.css"].map(async (p) => (await fetch(`assets/${p}`)).text())), u = await Promise.all(r.images.map((p, g) => Promise.all(p.frames.map((_, y) => Cl(t(g, y)))))), f = Object.fromEntries([...r.raw].map(([p, g]) => [p, la(g)])), h = JSON.stringify({ id: r.id, title: a, text: s, tabs: i, answer: r.answer, tokens: la(e), pictures: u, views: f }).replace(/</g, "\\u003c");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"><link rel="icon" href="data:,"><title>${vn(a)}</title><style>${l}</style></head><body><div id="app" data-start></div><script type="application/json" id="study">${h}<\/script><script type="module">${o}<\/script></body></html>`;
}
var Il = /* @__PURE__ */ k('<button type="button" class="small">code</button>'), jl = /* @__PURE__ */ k('<button type="button" class="small"> </button>'), Dl = /* @__PURE__ */ k('<div class="code"><button type="button" class="small"> </button> <pre tabindex="0" role="region"> </pre></div>'), Fl = /* @__PURE__ */ k('<div class="bar"><h2> </h2> <!> <span class="grow"></span> <!> <!></div> <!>', 1);
function Er(r, e) {
  ht(e, !0);
  let t = Ve(e, "code", 3, ""), a = Ve(e, "exporter", 3, null), s = /* @__PURE__ */ R(!1), i = /* @__PURE__ */ R(!1);
  async function o(U) {
    a() && (U === "csv" && a().csv && hn(`${a().name}.csv`, Ll(a().csv()), "text/csv"), U === "svg" && a().svg && hn(`${a().name}.svg`, a().svg(), "image/svg+xml"), U === "png" && a().svg && hn(`${a().name}.png`, await Rl(a().svg())));
  }
  async function l() {
    await navigator.clipboard.writeText(t()), E(i, !0), setTimeout(() => E(i, !1), 1500);
  }
  var u = Fl(), f = Oe(u), h = w(f), p = K(h, !0), g = c(h, 2);
  Yo(g, () => e.children ?? rs);
  var _ = c(g, 4);
  {
    var y = (U) => {
      var ee = Il();
      $(() => oe(ee, "aria-expanded", n(s))), re("click", ee, () => E(s, !n(s))), m(U, ee);
    };
    z(_, (U) => {
      t() && U(y);
    });
  }
  var N = c(_, 2);
  {
    var v = (U) => {
      var ee = xr(), le = Oe(ee);
      Me(le, 16, () => ["png", "svg", "csv"], He, (B, x) => {
        var q = xr(), X = Oe(q);
        {
          var P = (D) => {
            var te = jl(), ce = K(te, !0);
            $(
              (Y) => {
                oe(te, "aria-label", `Export ${a().name ?? ""} as ${Y ?? ""}`), L(ce, x);
              },
              [() => x.toUpperCase()]
            ), re("click", te, () => o(x)), m(D, te);
          };
          z(X, (D) => {
            (x === "csv" ? a().csv : a().svg) && D(P);
          });
        }
        m(B, q);
      }), m(U, ee);
    };
    z(N, (U) => {
      a() && U(v);
    });
  }
  var A = c(f, 2);
  {
    var M = (U) => {
      var ee = Dl(), le = w(ee), B = K(le, !0), x = c(le, 2), q = K(x, !0);
      $(() => {
        L(B, n(i) ? "copied" : "copy"), oe(x, "aria-label", `Python for ${e.title ?? ""}`), L(q, t());
      }), re("click", le, l), m(U, ee);
    };
    z(A, (U) => {
      n(s) && t() && U(M);
    });
  }
  $(() => L(p, e.title)), m(r, u), pt();
}
Ot(["click"]);
var Ul = /* @__PURE__ */ k('<div class="grid-box"><div role="application" tabindex="0"><canvas></canvas></div> <p class="fine readout" role="status"> </p></div>');
function xn(r, e) {
  ht(e, !0);
  let t = Ve(e, "signed", 3, !1), a = Ve(e, "high", 3, 0), s = Ve(e, "rowName", 3, "layer"), i = Ve(e, "columnName", 3, "head"), o = Ve(e, "columnLabels", 3, null), l = Ve(e, "picked", 3, null), u = Ve(e, "unit", 3, ""), f = Ve(e, "order", 3, null), h = /* @__PURE__ */ R(void 0), p = /* @__PURE__ */ R(0), g = /* @__PURE__ */ R(null);
  const _ = 30, y = 18, N = /* @__PURE__ */ H(() => Math.max(3, Math.min(34, (n(p) - _) / Math.max(1, e.columns)))), v = /* @__PURE__ */ H(() => Math.max(7, Math.min(22, n(N), 560 / Math.max(1, e.rows)))), A = /* @__PURE__ */ H(() => {
    if (a()) return a();
    let J = 0;
    for (let T = 0; T < e.rows * e.columns; T++) Math.abs(e.values[T]) > J && (J = Math.abs(e.values[T]));
    return J || 1;
  });
  let M = null;
  function U(J) {
    const T = document.createElement("canvas");
    T.width = Math.ceil((_ + n(N) * e.columns) * J), T.height = Math.ceil((y + n(v) * e.rows) * J);
    const F = T.getContext("2d");
    F.scale(J, J);
    const I = n(N) > 8 ? 1 : 0;
    for (let O = 0; O < e.rows; O++) for (let Q = 0; Q < e.columns; Q++) {
      const G = e.values[O * e.columns + (f() ? f()[Q] : Q)];
      F.fillStyle = Number.isNaN(G) ? "rgba(128,128,128,.18)" : Ut(G / n(A), t()), F.fillRect(_ + Q * n(N), y + O * n(v), n(N) - I, n(v) - I);
    }
    F.fillStyle = getComputedStyle(n(h)).color, F.font = "11px system-ui, sans-serif", F.textBaseline = "middle", F.textAlign = "right";
    const V = Math.ceil(13 / n(v)), de = Math.ceil(20 / n(N));
    for (let O = 0; O < e.rows; O += V) F.fillText(String(O), _ - 5, y + (O + 0.5) * n(v));
    if (F.textAlign = "center", !o()) for (let O = 0; O < e.columns; O += de) F.fillText(String(f() ? f()[O] : O), _ + (O + 0.5) * n(N), 8);
    return T;
  }
  Yt(() => {
    e.values, e.rows, e.columns, t(), n(A), n(N), n(v), f(), !(!n(h) || !n(p)) && (M = U(devicePixelRatio || 1), ee());
  }), Yt(() => {
    n(g), l(), ee();
  });
  function ee() {
    if (!n(h) || !M) return;
    const J = devicePixelRatio || 1;
    (n(h).width !== M.width || n(h).height !== M.height) && Object.assign(n(h), { width: M.width, height: M.height });
    const T = n(h).getContext("2d");
    T.setTransform(1, 0, 0, 1, 0, 0), T.clearRect(0, 0, n(h).width, n(h).height), T.drawImage(M, 0, 0), T.scale(J, J);
    for (const [F, I] of [[l(), "#fff"], [n(g), "#ffe14d"]]) {
      if (!F) continue;
      const V = f() ? f().indexOf(F[1]) : F[1], de = [
        _ + V * n(N),
        y + F[0] * n(v),
        n(N) - 1,
        n(v) - 1
      ];
      T.lineWidth = 4, T.strokeStyle = "#000", T.strokeRect(...de), T.lineWidth = 2, T.strokeStyle = I, T.strokeRect(...de);
    }
  }
  function le(J) {
    const T = n(h).getBoundingClientRect(), F = Math.floor((J.clientX - T.left - _) / n(N)), I = Math.floor((J.clientY - T.top - y) / n(v));
    return I >= 0 && I < e.rows && F >= 0 && F < e.columns ? [I, f() ? f()[F] : F] : null;
  }
  function B(J) {
    J?.[0] === n(g)?.[0] && J?.[1] === n(g)?.[1] || (E(g, J), e.onhover?.(J));
  }
  function x(J) {
    const T = {
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0]
    }[J.key], F = n(g) ?? l();
    if (T) {
      J.preventDefault();
      const I = F ? f() ? f().indexOf(F[1]) : F[1] : 0, V = F ? Math.max(0, Math.min(e.columns - 1, I + T[1])) : 0;
      B([
        F ? Math.max(0, Math.min(e.rows - 1, F[0] + T[0])) : 0,
        f() ? f()[V] : V
      ]);
    } else (J.key === "Enter" || J.key === " ") && F && (J.preventDefault(), e.onpick?.(F));
  }
  const q = /* @__PURE__ */ H(() => n(g) ?? l()), X = /* @__PURE__ */ H(() => {
    if (!n(q)) return "Point at a cell, click to keep it.";
    const J = e.values[n(q)[0] * e.columns + n(q)[1]], T = o() ? o()[n(q)[1]] : `${i()} ${n(q)[1]}`;
    return `${s()} ${n(q)[0]}, ${T}: ${t() ? sr(J) : Xt(J)} ${u()}`;
  });
  var P = Ul(), D = w(P), te = w(D);
  let ce;
  an(te, (J) => E(h, J), () => n(h));
  var Y = c(D, 2), pe = K(Y, !0);
  $(() => {
    oe(D, "aria-label", `${e.label ?? ""}: ${e.rows ?? ""} ${s() ?? ""}s by ${e.columns ?? ""}. Arrow keys move, Enter keeps a cell, Escape lets go.`), oe(D, "data-grid", e.label), oe(D, "data-cell", `30,18,${n(N) ?? ""},${n(v) ?? ""}`), ce = Je(te, "", ce, {
      width: `${_ + n(N) * e.columns}px`,
      height: `${y + n(v) * e.rows}px`
    }), L(pe, n(X));
  }), re("keydown", D, x), je("blur", D, () => B(null)), re("pointermove", te, (J) => B(le(J))), je("pointerleave", te, () => B(null)), re("click", te, (J) => {
    const T = le(J);
    T && e.onpick?.(T);
  }), xa(P, "clientWidth", (J) => E(p, J)), m(r, P), pt();
}
Ot(["keydown", "pointermove", "click"]);
class En {
  #e = /* @__PURE__ */ R(null);
  get view() {
    return n(this.#e);
  }
  set view(e) {
    E(this.#e, e);
  }
  #r = /* @__PURE__ */ R(null);
  get study() {
    return n(this.#r);
  }
  set study(e) {
    E(this.#r, e);
  }
  #t = /* @__PURE__ */ R(null);
  get asked() {
    return n(this.#t);
  }
  set asked(e) {
    E(this.#t, e);
  }
  name = "";
  #n = /* @__PURE__ */ R("");
  get error() {
    return n(this.#n);
  }
  set error(e) {
    E(this.#n, e, !0);
  }
  constructor(e, t) {
    let a = 0;
    Yt(() => {
      const s = t(), i = ++a;
      if (!s?.study || s.study.answering) {
        s?.study || ur(() => this.view = null);
        return;
      }
      const { study: o, name: l, asked: u } = s;
      ur(() => {
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
const Hl = () => new Promise((r, e) => {
  const t = indexedDB.open("vlm_lens_native", 1);
  t.onupgradeneeded = () => t.result.createObjectStore("images"), t.onsuccess = () => r(t.result), t.onerror = () => e(t.error);
});
async function Xs(r, e) {
  try {
    const t = (await Hl()).transaction("images", r).objectStore("images");
    return await new Promise((a, s) => {
      const i = e(t);
      i.onsuccess = () => a(i.result), i.onerror = () => s(i.error);
    });
  } catch {
    return null;
  }
}
const Va = (r, e) => Xs("readwrite", (t) => t.put(e, r)), zl = (r) => Xs("readonly", (e) => e.get(r));
async function Bl(r, e = 16) {
  const t = document.createElement("video");
  t.muted = !0, t.src = URL.createObjectURL(r), await new Promise((o, l) => {
    t.onloadeddata = o, t.onerror = () => l(new Error("This browser can't decode the video; give it as frames."));
  });
  const a = Math.max(2, Math.min(e, Math.floor(t.duration * 2))), s = Object.assign(document.createElement("canvas"), { width: t.videoWidth, height: t.videoHeight }), i = [];
  for (let o = 0; o < a; o++)
    t.currentTime = (o + 0.5) * t.duration / a, await new Promise((l) => t.onseeked = l), s.getContext("2d").drawImage(t, 0, 0), i.push(await new Promise((l) => s.toBlob((u) => l(u), "image/png")));
  return URL.revokeObjectURL(t.src), { frames: i, fps: a / t.duration };
}
const Zs = new Float32Array(65536);
for (let r = 0; r < 65536; r++) {
  const e = r & 32768 ? -1 : 1, t = r >> 10 & 31, a = r & 1023;
  Zs[r] = e * (t === 0 ? a * 2 ** -24 : t === 31 ? a ? NaN : 1 / 0 : (1 + a / 1024) * 2 ** (t - 15));
}
const ql = {
  F16: (r) => Float32Array.from(new Uint16Array(r), (e) => Zs[e]),
  F32: (r) => new Float32Array(r),
  F64: (r) => new Float64Array(r),
  U8: (r) => new Uint8Array(r),
  U16: (r) => new Uint16Array(r),
  U32: (r) => new Uint32Array(r),
  I32: (r) => new Int32Array(r),
  I64: (r) => Float64Array.from(new BigInt64Array(r), Number)
};
function cr(r) {
  const e = r.byteOffset === 0 && r.byteLength === r.buffer.byteLength ? r : r.slice(), t = Number(new DataView(e.buffer).getBigUint64(0, !0)), a = JSON.parse(new TextDecoder().decode(e.subarray(8, 8 + t))), s = {};
  for (const [i, o] of Object.entries(a)) {
    if (i === "__metadata__") continue;
    const [l, u] = o.data_offsets;
    s[i] = { shape: o.shape, data: ql[o.dtype](e.slice(8 + t + l, 8 + t + u).buffer) };
  }
  return { arrays: s, about: JSON.parse(a.__metadata__.about) };
}
async function* Qs(r) {
  const e = r.getReader();
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
const Wl = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.defineProperty({
  __proto__: null,
  pieces: Qs,
  unpack: cr
}, Symbol.toStringTag, { value: "Module" }));
class at extends Error {
  constructor(e, t = 0) {
    super(e), this.status = t;
  }
  status;
}
async function Vl(r) {
  if (r.ok) return r;
  const e = await r.json().catch(() => ({ error: r.statusText }));
  throw new at(e.error ?? r.statusText, r.status);
}
async function Ar(r, e) {
  try {
    return await Vl(await fetch(r, e));
  } catch (t) {
    throw t instanceof at || t.name === "AbortError" ? t : new at("The server does not answer. Is it still running? The page goes on when it is back.");
  }
}
const Yn = (r) => ({ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(r) });
class Kl {
  kind = "server";
  async models() {
    return (await Ar("api/models")).json();
  }
  async example(e, t) {
    return (await Ar(`api/examples?${new URLSearchParams({ model: e, number: String(t) })}`)).json();
  }
  async addImage(e) {
    return (await Ar("api/images", { method: "POST", body: e, headers: { "content-type": e.type || "application/octet-stream" } })).json();
  }
  imageUrl(e) {
    return `api/images/${e}`;
  }
  async open(e) {
    const t = await Ar("api/studies", Yn(e));
    return { id: t.headers.get("x-study"), view: cr(new Uint8Array(await t.arrayBuffer())) };
  }
  pictureUrl(e, t, a) {
    return `api/studies/${e}/pictures/${t}/${a}`;
  }
  async raw(e, t, a) {
    return new Uint8Array(await (await Ar(`api/studies/${e}/${t}`, Yn(a))).arrayBuffer());
  }
  async *stream(e, t, a, s) {
    const i = await Ar(`api/studies/${e}/${t}`, { ...Yn(a), signal: s });
    for await (const o of Qs(i.body)) {
      const l = cr(o);
      if (l.about.error) throw new at(l.about.error);
      yield l;
    }
  }
}
const Sn = (r) => Uint8Array.from(atob(r), (e) => e.charCodeAt(0));
class Yl {
  constructor(e) {
    this.data = e;
  }
  data;
  kind = "page";
  given() {
    const { id: e, answer: t, title: a, text: s, tabs: i } = this.data;
    return { id: e, answer: t, title: a, text: s, tabs: i, view: cr(Sn(this.data.tokens)) };
  }
  async models() {
    return [];
  }
  async example() {
    throw new at("This page holds one study only.");
  }
  async addImage() {
    throw new at("This page holds one study only.");
  }
  imageUrl() {
    return "data:,";
  }
  async open() {
    throw new at("This page holds one study only.");
  }
  pictureUrl(e, t, a) {
    return this.data.pictures[t]?.[a] ?? "data:,";
  }
  async raw(e, t, a) {
    const s = this.data.views[`${t} ${JSON.stringify(a)}`];
    if (!s) throw new at("This was not computed when the page was written. The app, or the same lines of Python, find it.", 410);
    return Sn(s);
  }
  async *stream(e, t, a) {
    yield cr(await this.raw(e, t, a));
  }
}
class Jl {
  constructor(e) {
    this.model = e, e.on("msg:custom", (t, a) => {
      const s = this.waiting.get(t.id);
      s && (this.waiting.delete(t.id), t.error ? s.failed(new at(t.error)) : s.done(new Uint8Array(a[0].buffer, a[0].byteOffset, a[0].byteLength)));
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
    const { id: e, answer: t, title: a, text: s } = this.saved();
    return { id: e, answer: t, title: a, text: s, view: cr(Sn(this.saved().tokens)) };
  }
  async models() {
    return [];
  }
  async example() {
    throw new at("Ask in the notebook: model.explore(inputs).");
  }
  async addImage() {
    throw new at("Ask in the notebook: model.explore(inputs).");
  }
  imageUrl() {
    return "data:,";
  }
  async open() {
    throw new at("Ask in the notebook: model.explore(inputs).");
  }
  pictureUrl(e, t, a) {
    return this.saved().pictures[t]?.[a] ?? "data:,";
  }
  raw(e, t, a) {
    const s = this.saved().views[`${t} ${JSON.stringify(a)}`];
    if (s) return Promise.resolve(Sn(s));
    const i = this.next++;
    return new Promise((o, l) => {
      const u = setTimeout(() => {
        this.waiting.delete(i), l(new at("The kernel does not answer; what was computed before can still be seen.", 504));
      }, 12e4);
      this.waiting.set(i, { done: (f) => (clearTimeout(u), o(f)), failed: (f) => (clearTimeout(u), l(f)) }), this.model.send({ id: i, name: t, asked: a });
    });
  }
  async *stream(e, t, a) {
    const s = cr(await this.raw(e, t, a));
    if (s.about.error) throw new at(s.about.error);
    yield s;
  }
}
const zr = ["attribution", "attention", "lens", "causes"];
class pn {
  constructor(e, t, a) {
    this.source = e, this.id = t;
    const { arrays: s, about: i } = a, o = (u) => s[u].data, l = o("boxes");
    this.tokens = i.strings.map((u, f) => {
      const h = Array.from(l.slice(4 * f, 4 * f + 4));
      return {
        position: f,
        text: u,
        id: o("ids")[f],
        kind: i.kinds[o("kinds")[f]],
        image: o("images")[f],
        frame: o("frames")[f],
        row: o("rows")[f],
        column: o("columns")[f],
        tile: o("tiles")[f],
        tileRow: o("tile_rows")[f],
        tileColumn: o("tile_columns")[f],
        global: !!o("globals")[f],
        box: h.some(Number.isNaN) ? null : h
      };
    }), this.images = i.images, this.nPrompt = i.n_prompt, this.nLayers = i.n_layers, this.nHeads = i.n_heads, this.model = i.model, this.expectedBytes = i.expected_bytes, this.code = i.code;
  }
  source;
  id;
  tokens = [];
  images;
  nPrompt;
  nLayers;
  nHeads;
  model;
  expectedBytes;
  code;
  #e = /* @__PURE__ */ R(_r([]));
  get answer() {
    return n(this.#e);
  }
  set answer(e) {
    E(this.#e, e, !0);
  }
  #r = /* @__PURE__ */ R(!1);
  get answering() {
    return n(this.#r);
  }
  set answering(e) {
    E(this.#r, e, !0);
  }
  raw = /* @__PURE__ */ new Map();
  views = /* @__PURE__ */ new Map();
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
    return s || (s = this.source.raw(this.id, e, t).then((i) => (this.raw.set(a, i), cr(i))), this.views.set(a, s), s.catch(() => this.views.delete(a))), s;
  }
  forget() {
    this.views.clear(), this.raw.clear();
  }
}
const Gl = (r) => r ? r.split(",").map(Number).filter(Number.isFinite) : [], vr = (r, e) => r !== null && r !== "" && Number.isFinite(Number(r)) ? Number(r) : e;
class Xl {
  constructor(e) {
    this.source = e, this.begin().catch((t) => this.fail(t));
  }
  source;
  #e = /* @__PURE__ */ R([]);
  get models() {
    return n(this.#e);
  }
  set models(e) {
    E(this.#e, e);
  }
  #r = /* @__PURE__ */ R("");
  get model() {
    return n(this.#r);
  }
  set model(e) {
    E(this.#r, e, !0);
  }
  #t = /* @__PURE__ */ R("What is in the image?");
  get question() {
    return n(this.#t);
  }
  set question(e) {
    E(this.#t, e, !0);
  }
  #n = /* @__PURE__ */ R("");
  get system() {
    return n(this.#n);
  }
  set system(e) {
    E(this.#n, e, !0);
  }
  #a = /* @__PURE__ */ R([]);
  get earlier() {
    return n(this.#a);
  }
  set earlier(e) {
    E(this.#a, e);
  }
  #s = /* @__PURE__ */ R("");
  get prefill() {
    return n(this.#s);
  }
  set prefill(e) {
    E(this.#s, e, !0);
  }
  #o = /* @__PURE__ */ R([]);
  get uploads() {
    return n(this.#o);
  }
  set uploads(e) {
    E(this.#o, e);
  }
  #i = /* @__PURE__ */ R(null);
  get example() {
    return n(this.#i);
  }
  set example(e) {
    E(this.#i, e, !0);
  }
  #l = /* @__PURE__ */ R(null);
  get truth() {
    return n(this.#l);
  }
  set truth(e) {
    E(this.#l, e, !0);
  }
  #v = /* @__PURE__ */ R(0);
  get temperature() {
    return n(this.#v);
  }
  set temperature(e) {
    E(this.#v, e, !0);
  }
  #u = /* @__PURE__ */ R(48);
  get maxNew() {
    return n(this.#u);
  }
  set maxNew(e) {
    E(this.#u, e, !0);
  }
  #h = /* @__PURE__ */ R(null);
  get study() {
    return n(this.#h);
  }
  set study(e) {
    E(this.#h, e);
  }
  #g = /* @__PURE__ */ R(null);
  get clean() {
    return n(this.#g);
  }
  set clean(e) {
    E(this.#g, e);
  }
  #c = /* @__PURE__ */ R(null);
  get second() {
    return n(this.#c);
  }
  set second(e) {
    E(this.#c, e);
  }
  #p = /* @__PURE__ */ R(null);
  get secondUpload() {
    return n(this.#p);
  }
  set secondUpload(e) {
    E(this.#p, e);
  }
  #b = /* @__PURE__ */ R(null);
  get secondExample() {
    return n(this.#b);
  }
  set secondExample(e) {
    E(this.#b, e, !0);
  }
  #k = /* @__PURE__ */ R(null);
  get focus() {
    return n(this.#k);
  }
  set focus(e) {
    E(this.#k, e, !0);
  }
  #m = /* @__PURE__ */ R(null);
  get target() {
    return n(this.#m);
  }
  set target(e) {
    E(this.#m, e);
  }
  #f = /* @__PURE__ */ R(null);
  get contrast() {
    return n(this.#f);
  }
  set contrast(e) {
    E(this.#f, e);
  }
  #_ = /* @__PURE__ */ R(null);
  get place() {
    return n(this.#_);
  }
  set place(e) {
    E(this.#_, e, !0);
  }
  #y = /* @__PURE__ */ R(null);
  get layer() {
    return n(this.#y);
  }
  set layer(e) {
    E(this.#y, e, !0);
  }
  #d = /* @__PURE__ */ R(null);
  get head() {
    return n(this.#d);
  }
  set head(e) {
    E(this.#d, e, !0);
  }
  #w = /* @__PURE__ */ R(null);
  get lensLayer() {
    return n(this.#w);
  }
  set lensLayer(e) {
    E(this.#w, e, !0);
  }
  #x = /* @__PURE__ */ R([]);
  get words() {
    return n(this.#x);
  }
  set words(e) {
    E(this.#x, e);
  }
  #E = /* @__PURE__ */ R("none");
  get paint() {
    return n(this.#E);
  }
  set paint(e) {
    E(this.#E, e, !0);
  }
  #S = /* @__PURE__ */ R("attribution");
  get tab() {
    return n(this.#S);
  }
  set tab(e) {
    E(this.#S, e, !0);
  }
  #A = /* @__PURE__ */ R(/* @__PURE__ */ new Set());
  get selected() {
    return n(this.#A);
  }
  set selected(e) {
    E(this.#A, e);
  }
  #M = /* @__PURE__ */ R([]);
  get changes() {
    return n(this.#M);
  }
  set changes(e) {
    E(this.#M, e);
  }
  #N = /* @__PURE__ */ R(null);
  get sweep() {
    return n(this.#N);
  }
  set sweep(e) {
    E(this.#N, e);
  }
  #P = /* @__PURE__ */ R(null);
  get hoverHead() {
    return n(this.#P);
  }
  set hoverHead(e) {
    E(this.#P, e);
  }
  #T = /* @__PURE__ */ R(null);
  get hoverPlace() {
    return n(this.#T);
  }
  set hoverPlace(e) {
    E(this.#T, e, !0);
  }
  #O = /* @__PURE__ */ R(0);
  get busy() {
    return n(this.#O);
  }
  set busy(e) {
    E(this.#O, e, !0);
  }
  #L = /* @__PURE__ */ R("");
  get message() {
    return n(this.#L);
  }
  set message(e) {
    E(this.#L, e, !0);
  }
  title = "";
  text = "";
  #R = /* @__PURE__ */ R(zr);
  get tabs() {
    return n(this.#R);
  }
  set tabs(e) {
    E(this.#R, e);
  }
  run = 0;
  stop = null;
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
  // Runs something that asks the server, and says so while it runs.
  async during(e) {
    this.busy++;
    try {
      return await e;
    } catch (t) {
      return t instanceof at && t.status === 404 && this.source.kind === "server" && this.study ? (this.message = "The server has been started anew, or dropped this study; asking again.", await this.ask(!1), this.message = "") : this.fail(t), null;
    } finally {
      this.busy--;
    }
  }
  async begin() {
    if (this.source.given) {
      const t = this.source.given();
      this.title = t.title, this.text = t.text;
      const a = new pn(this.source, t.id, t.view);
      a.answer = t.answer ?? [], this.study = a, this.tabs = t.tabs ?? zr, this.tab = this.tabs[0], this.restore(new URLSearchParams(location.hash.slice(1))), this.tabs.includes(this.tab) || (this.tab = this.tabs[0]), this.afterAnswer();
      return;
    }
    for (; ; )
      try {
        this.models = await this.source.models();
        break;
      } catch (t) {
        this.fail(t), await new Promise((a) => setTimeout(a, 2e3));
      }
    this.message = "";
    const e = new URLSearchParams(location.hash.slice(1));
    this.model = this.models.some((t) => t.name === e.get("model")) ? e.get("model") : this.models[0]?.name ?? "", e.has("q") ? (this.restore(e), await this.bring(e) && await this.ask(!1)) : this.info?.examples && await this.takeExample(0, !1), addEventListener("hashchange", () => this.moved());
  }
  moved() {
    const e = new URLSearchParams(location.hash.slice(1));
    e.toString() !== this.written && this.restore(e);
  }
  // --- the address ---
  written = "";
  write() {
    const e = {
      model: this.model,
      q: this.question,
      system: this.system,
      prefill: this.prefill,
      example: this.example,
      images: this.uploads.map((s) => s.frames ? `${s.frames.join("+")}@${s.fps}` : s.id).join(","),
      turns: this.earlier.length ? JSON.stringify(this.earlier) : "",
      focus: this.focus,
      target: this.target && `${this.target.id}:${this.target.text}`,
      contrast: this.contrast && `${this.contrast.id}:${this.contrast.text}`,
      place: this.place,
      layer: this.layer,
      head: this.head,
      lens: this.lensLayer,
      words: this.words.join(","),
      paint: this.paint === "none" ? "" : this.paint,
      tab: this.tab === zr[0] ? "" : this.tab,
      selected: [...this.selected].join(","),
      second: this.secondExample ?? (this.secondUpload ? this.secondUpload.id : ""),
      changes: this.changes.length ? JSON.stringify(this.changes) : "",
      t: this.temperature || ""
    }, t = new URLSearchParams();
    for (const [s, i] of Object.entries(e)) i != null && i !== "" && t.set(s, String(i));
    const a = t.toString();
    !this.study || a === this.written || (this.written = a, this.source.kind !== "kernel" && history.replaceState(null, "", `#${a}`));
  }
  restore(e) {
    const t = (a) => {
      const [s, ...i] = (e.get(a) ?? "").split(":");
      return s && Number.isInteger(Number(s)) ? { id: Number(s), text: i.join(":") } : null;
    };
    e.has("q") && (this.question = e.get("q")), this.system = e.get("system") ?? "", this.prefill = e.get("prefill") ?? "", this.temperature = vr(e.get("t"), 0), this.focus = vr(e.get("focus"), null), this.target = t("target"), this.contrast = t("contrast"), this.place = vr(e.get("place"), null), this.layer = vr(e.get("layer"), null), this.head = vr(e.get("head"), null), this.lensLayer = vr(e.get("lens"), null), this.words = (e.get("words") ?? "").split(",").filter(Boolean), this.paint = e.get("paint") || "none", this.tab = zr.includes(e.get("tab")) ? e.get("tab") : zr[0], this.selected = new Set(Gl(e.get("selected")));
    try {
      this.changes = JSON.parse(e.get("changes") ?? "[]"), this.earlier = JSON.parse(e.get("turns") ?? "[]");
    } catch {
      this.changes = [];
    }
  }
  // The images that the address names, from the server, the example or this browser's store.
  async bring(e) {
    if (this.example = vr(e.get("example"), null), this.example !== null)
      try {
        const s = await this.source.example(this.model, this.example);
        this.truth = s.answer, s.images.map((i) => i.id).join(",") === e.get("images") && (this.uploads = s.images);
      } catch (s) {
        this.fail(s);
      }
    const t = e.get("second");
    if (t && t.length < 8 && (this.secondExample = Number(t)), this.uploads.length) return !0;
    const a = [];
    for (const s of (e.get("images") ?? "").split(",").filter(Boolean)) {
      const [i, o] = s.split("@"), l = i.split("+"), u = [];
      for (const f of l) {
        const p = await zl(f) ?? await fetch(this.source.imageUrl(f)).then((g) => g.ok ? g.blob() : null, () => null);
        if (!p)
          return this.message = "This address names an image that is neither on the server nor in this browser; add it again.", !1;
        u.push(await this.source.addImage(p));
      }
      a.push(o ? {
        ...u[0],
        frames: u.map((f) => f.id),
        fps: Number(o) || void 0
      } : u[0]);
    }
    return this.uploads = a, !0;
  }
  // --- asking ---
  async takeExample(e, t = !0) {
    const a = await this.during(this.source.example(this.model, e));
    a && (this.example = e, this.truth = a.answer, this.question = a.question, this.prefill = a.prefill, this.uploads = a.images, this.earlier = [], t && await this.ask());
  }
  async addFiles(e, t = !1) {
    const a = t ? [] : [...this.uploads];
    for (const s of e) {
      const i = await this.during(this.upload(s));
      i && a.push(i);
    }
    this.uploads = a, this.example = null, this.truth = null;
  }
  async upload(e) {
    if (!e.type.startsWith("video/")) {
      const i = await this.source.addImage(e);
      return await Va(i.id, e), i;
    }
    const { frames: t, fps: a } = await Bl(e), s = [];
    for (const i of t) {
      const o = await this.source.addImage(i);
      await Va(o.id, i), s.push(o);
    }
    return {
      ...s[0],
      frames: s.map((i) => i.id),
      fps: Math.round(a * 1e3) / 1e3
    };
  }
  prompt(e = this.uploads) {
    const t = e.map((i) => i.frames ? {
      type: "video",
      frames: i.frames,
      ...i.fps ? { fps: i.fps } : {}
    } : { type: "image", image: i.id }), a = [];
    this.system && a.push({
      role: "system",
      content: [{ type: "text", text: this.system }]
    });
    const s = [{ type: "text", text: this.question }];
    return this.earlier.length ? a.push(...this.earlier, { role: "user", content: s }) : a.push({ role: "user", content: [...t, ...s] }), { model: this.model, turns: a, prefill: this.prefill };
  }
  async ask(e = !0) {
    this.stop?.abort();
    const t = ++this.run, a = this.stop = new AbortController();
    this.message = "", this.busy++;
    try {
      const { id: s, view: i } = await this.source.open(this.prompt());
      if (t !== this.run) return;
      const o = new pn(this.source, s, i);
      e && (Object.assign(this, {
        focus: null,
        target: null,
        contrast: null,
        place: null,
        layer: null,
        head: null,
        paint: "none",
        lensLayer: null
      }), this.selected = /* @__PURE__ */ new Set(), this.changes = []), this.study = o, this.clean = null, this.sweep = null, o.answering = !0;
      for await (const l of this.source.stream(
        s,
        "answer",
        {
          max_new_tokens: this.maxNew,
          temperature: this.temperature,
          seed: 0
        },
        a.signal
      )) {
        if (t !== this.run) return;
        o.answer = [...o.answer, l.about];
      }
      o.answering = !1, o.forget(), this.afterAnswer();
    } catch (s) {
      t === this.run && this.fail(s);
    } finally {
      this.busy--, this.study && (this.study.answering = !1);
    }
  }
  afterAnswer() {
    const e = this.study?.answer[0];
    e && !this.target && (this.target = e.token), e && this.focus === null && (this.focus = e.position), this.study && this.secondExample !== null && !this.second && this.openSecond(this.secondExample).catch((t) => this.fail(t)), this.write();
  }
  goOn() {
    const e = this.prompt().turns.filter((a) => a.role !== "system"), t = this.study.answer.filter((a) => !a.ends).map((a) => a.token.text).join("").trim();
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
  // The same question about another image.
  async openSecond(e) {
    let t = null;
    if (typeof e == "number") {
      const i = await this.during(this.source.example(this.model, e));
      t = i?.images[0] ?? null, this.secondExample = i ? e : null;
    } else
      t = await this.during(this.upload(e)), this.secondExample = null;
    if (!t) return;
    this.secondUpload = t;
    const a = await this.during(this.source.open(this.prompt([t, ...this.uploads.slice(1)])));
    if (!a) return;
    const s = new pn(this.source, a.id, a.view);
    this.second = s, s.answering = !0;
    try {
      for await (const i of this.source.stream(s.id, "answer", { max_new_tokens: this.maxNew, temperature: 0, seed: 0 })) s.answer = [...s.answer, i.about];
    } catch (i) {
      this.fail(i);
    }
    s.answering = !1, s.forget();
  }
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
function Ct(r, ...e) {
  const t = r.shape.slice(e.length).reduce((s, i) => s * i, 1);
  let a = 0;
  return e.forEach((s, i) => a += s * r.shape.slice(i + 1).reduce((o, l) => o * l, 1)), r.data.subarray(a, a + t);
}
var Zl = /* @__PURE__ */ k('<span class="fine"> </span>'), Ka = /* @__PURE__ */ k('<p class="error" role="alert"> </p>'), Ql = /* @__PURE__ */ k('<button type="button"> </button>'), eu = /* @__PURE__ */ k('<li><button type="button" class="head"> <b> </b></button></li>'), tu = /* @__PURE__ */ k('<ol class="best"></ol>'), ru = /* @__PURE__ */ k('<p class="fine"> </p>'), nu = /* @__PURE__ */ k('<p class="fine"> </p> <div class="scroller tall"><!></div>', 1), au = /* @__PURE__ */ k('<!> <div class="row"><button type="button">where the focus looks</button> <button type="button">who looks at the kept token</button> <button type="button"> </button></div> <!> <!> <!>', 1), su = /* @__PURE__ */ k('<section class="card" aria-label="Attention"><!> <!> <div class="row" role="group" aria-label="Measure"><!> <button type="button">sorted</button></div> <!></section>');
function iu(r, e) {
  ht(e, !0);
  let t = Ve(e, "session", 7), a = /* @__PURE__ */ R("image"), s = /* @__PURE__ */ R(!1), i = /* @__PURE__ */ R(!1);
  const o = /* @__PURE__ */ H(() => e.painted.heads.view), l = new En(t(), () => n(i) && t().layer !== null && t().head !== null ? {
    study: e.study,
    name: "pattern",
    asked: { layer: t().layer, head: t().head }
  } : null), u = /* @__PURE__ */ H(() => {
    if (!n(o)) return new Float32Array();
    const { shape: x, data: q } = n(o).arrays.weights, [X, P, D] = x, te = new Float32Array(X * P), ce = t().place ?? -1, Y = new Uint8Array(D);
    for (let pe = 0; pe < D; pe++) Y[pe] = Number(n(a) === "image" ? e.study.tokens[pe]?.kind === "image" : n(a) === "selection" ? t().selected.has(pe) : pe === ce);
    for (let pe = 0; pe < X * P; pe++) {
      let J = 0;
      const T = pe * D;
      if (n(a) === "entropy") for (let F = 0; F < D; F++) {
        const I = q[T + F];
        I > 0 && (J -= I * Math.log(I));
      }
      else for (let F = 0; F < D; F++) Y[F] && (J += q[T + F]);
      te[pe] = J;
    }
    return te;
  }), f = /* @__PURE__ */ H(() => n(o)?.arrays.weights.shape ?? [0, 0, 0]), h = /* @__PURE__ */ H(() => Array.from(n(u).keys()).sort((x, q) => n(u)[q] - n(u)[x]).slice(0, 24)), p = /* @__PURE__ */ H(() => n(o) ? {
    name: "attention",
    svg: () => Ea(n(u), n(f)[0], n(f)[1], (x) => Ut(x / Math.max(...n(u), 1e-9), !1), `attention, ${n(a)}`),
    csv: () => [
      ["layer", "head", n(a)],
      ...Array.from(n(u), (x, q) => [
        Math.floor(q / n(f)[1]),
        q % n(f)[1],
        x
      ])
    ]
  } : null), g = /* @__PURE__ */ H(() => t().shownPlace), _ = /* @__PURE__ */ H(() => {
    const x = e.painted.readers.view;
    return x && t().shownHead && t().paint === "readers" ? Array.from(Ct(x.arrays.weights, t().shownHead.layer, t().shownHead.head)).map((q, X) => ({ weight: q, position: X })).sort((q, X) => X.weight - q.weight).slice(0, 5) : [];
  });
  var y = su(), N = w(y);
  {
    let x = /* @__PURE__ */ H(() => n(i) ? l.view?.about.code ?? "" : n(o)?.about.code ?? "");
    Er(N, {
      title: "Attention",
      get code() {
        return n(x);
      },
      get exporter() {
        return n(p);
      },
      children: (q, X) => {
        var P = Zl(), D = K(P);
        $((te) => L(D, `from the focus ${te ?? ""}`), [() => JSON.stringify(e.study.label(t().at))]), m(q, P);
      },
      $$slots: { default: !0 }
    });
  }
  var v = c(N, 2);
  {
    var A = (x) => {
      var q = Ka(), X = K(q, !0);
      $(() => L(X, e.painted.heads.error)), m(x, q);
    };
    z(v, (x) => {
      e.painted.heads.error && x(A);
    });
  }
  var M = c(v, 2), U = w(M);
  Me(
    U,
    16,
    () => [
      ["image", "on the image"],
      ["selection", "on the selection"],
      ["token", "on the token"],
      ["entropy", "entropy"]
    ],
    He,
    (x, q) => {
      var X = /* @__PURE__ */ H(() => _n(q, 2));
      let P = () => n(X)[0], D = () => n(X)[1];
      var te = Ql(), ce = K(te, !0);
      $(() => {
        oe(te, "aria-pressed", n(a) === P()), te.disabled = P() === "selection" && !t().selected.size || P() === "token" && t().place === null, L(ce, D());
      }), re("click", te, () => E(a, P(), !0)), m(x, te);
    }
  );
  var ee = c(U, 2), le = c(M, 2);
  {
    var B = (x) => {
      var q = au(), X = Oe(q);
      {
        var P = (Q) => {
          var G = tu();
          Me(G, 20, () => n(h), (W) => W, (W, se) => {
            const ie = /* @__PURE__ */ H(() => {
              const [S, ne] = [Math.floor(se / n(f)[1]), se % n(f)[1]];
              return { layer: S, head: ne };
            });
            var me = eu(), ke = w(me), Re = w(ke), d = c(Re), j = K(d, !0);
            $(
              (S) => {
                oe(ke, "aria-pressed", t().layer === n(ie).layer && t().head === n(ie).head), L(Re, `L${n(ie).layer ?? ""}H${n(ie).head ?? ""} `), L(j, S);
              },
              [
                () => n(a) === "entropy" ? `${n(u)[se].toFixed(2)} nats` : Gt(n(u)[se])
              ]
            ), je("pointerenter", ke, () => {
              t().hoverHead = {
                layer: n(ie).layer,
                head: n(ie).head
              }, t().paint = "attention";
            }), je("pointerleave", ke, () => t().hoverHead = null), re("click", ke, () => t().takeHead(n(ie).layer, n(ie).head)), m(W, me);
          }), m(Q, G);
        }, D = (Q) => {
          {
            let G = /* @__PURE__ */ H(() => n(a) === "entropy" ? 0 : 1), W = /* @__PURE__ */ H(() => n(a) === "entropy" ? "nats" : "of its attention"), se = /* @__PURE__ */ H(() => t().layer !== null && t().head !== null ? [t().layer, t().head] : null);
            xn(Q, {
              label: "Attention by head",
              get values() {
                return n(u);
              },
              get rows() {
                return n(f)[0];
              },
              get columns() {
                return n(f)[1];
              },
              get high() {
                return n(G);
              },
              get unit() {
                return n(W);
              },
              get picked() {
                return n(se);
              },
              onhover: (ie) => {
                t().hoverHead = ie && { layer: ie[0], head: ie[1] }, ie && t().paint !== "readers" && t().paint !== "sources" && (t().paint = "attention");
              },
              onpick: ([ie, me]) => t().takeHead(ie, me, t().paint === "readers" ? "readers" : "attention")
            });
          }
        };
        z(X, (Q) => {
          n(s) ? Q(P) : Q(D, -1);
        });
      }
      var te = c(X, 2), ce = w(te), Y = c(ce, 2), pe = c(Y, 2), J = K(pe), T = c(te, 2);
      {
        var F = (Q) => {
          var G = ru(), W = K(G);
          $((se) => L(W, `Most by: ${se ?? ""}.`), [
            () => n(_).map((se) => `${e.study.label(se.position)} ${Gt(se.weight)}`).join(", ")
          ]), m(Q, G);
        };
        z(T, (Q) => {
          n(_).length && Q(F);
        });
      }
      var I = c(T, 2);
      {
        var V = (Q) => {
          const G = /* @__PURE__ */ H(() => l.view.arrays.weights);
          var W = nu(), se = Oe(W), ie = K(se), me = c(se, 2), ke = w(me);
          {
            let Re = /* @__PURE__ */ H(() => [t().at, t().place ?? t().at]);
            xn(ke, {
              label: "Pattern",
              get values() {
                return n(G).data;
              },
              get rows() {
                return n(G).shape[0];
              },
              get columns() {
                return n(G).shape[1];
              },
              high: 1,
              rowName: "query",
              columnName: "key",
              get picked() {
                return n(Re);
              },
              onpick: ([d, j]) => {
                t().place = j, d < e.study.tokens.length && (t().focus = d);
              }
            });
          }
          $(() => L(ie, `Queries from top to bottom, keys from left to right${n(g) === null ? "" : `; row ${n(g)} is the token that is pointed at`}.`)), m(Q, W);
        };
        z(I, (Q) => {
          n(i) && l.view && Q(V);
        });
      }
      var de = c(I, 2);
      {
        var O = (Q) => {
          var G = Ka(), W = K(G, !0);
          $(() => L(W, l.error)), m(Q, G);
        };
        z(de, (Q) => {
          l.error && Q(O);
        });
      }
      $(() => {
        oe(ce, "aria-pressed", t().paint === "attention"), oe(Y, "aria-pressed", t().paint === "readers"), Y.disabled = t().place === null, oe(pe, "aria-pressed", n(i)), pe.disabled = t().layer === null, L(J, `whole pattern${t().layer === null ? "" : ` of L${t().layer}H${t().head}`}`);
      }), re("click", ce, () => t().paint = "attention"), re("click", Y, () => t().paint = t().paint === "readers" ? "attention" : "readers"), re("click", pe, () => E(i, !n(i))), m(x, q);
    };
    z(le, (x) => {
      n(o) && x(B);
    });
  }
  $(() => oe(ee, "aria-pressed", n(s))), re("click", ee, () => E(s, !n(s))), m(r, y), pt();
}
Ot(["click"]);
var ou = /* @__PURE__ */ k('&nbsp;over <b> </b> <button type="button" class="link">alone</button>', 1), lu = /* @__PURE__ */ k('<span class="fine">logit of <b> </b><!> <!></span>'), Ya = /* @__PURE__ */ k('<p class="error" role="alert"> </p>'), uu = /* @__PURE__ */ k('<p class="fine">Click a token of the answer.</p>'), cu = /* @__PURE__ */ k('<li><button type="button" class="head"> <b> </b></button></li>'), fu = /* @__PURE__ */ k('<button type="button" class="part"><span class="part-name"> </span> <span class="half"><i class="minus"></i></span><span class="half"><i class="plus"></i></span> <span class="value"> </span></button>'), du = /* @__PURE__ */ k('<div class="bar-row" role="listitem"><span class="tick"> </span> <!></div>'), vu = /* @__PURE__ */ k("<li> <b> </b></li>"), hu = /* @__PURE__ */ k('<ol class="best"></ol> <p class="fine"> </p>', 1), pu = /* @__PURE__ */ k("<!> <!> <!>", 1), _u = /* @__PURE__ */ k(`<p class="fine">Heads: what each writes along this token's direction, after the final norm. Orange raises the logit, blue lowers it.</p> <div class="columns"><!> <div><h3>Largest heads</h3> <ol class="best"></ol></div></div> <div class="row" role="group" aria-label="What the head's map shows"><span class="fine">map of the head:</span> <button type="button">where it looks</button> <button type="button">what it adds from there</button></div> <h3>By layer</h3> <div class="bars" role="list"></div> <p class="fine"> </p> <!> <form class="row"><label>contrast with <input placeholder="another word" size="12"/></label><button type="submit">compare</button></form>`, 1), gu = /* @__PURE__ */ k('<section class="card" aria-label="Attribution"><!> <!> <!> <!></section>');
function mu(r, e) {
  ht(e, !0);
  let t = Ve(e, "session", 7);
  const a = /* @__PURE__ */ H(() => t().target ? {
    target: t().target.id,
    contrast: t().contrast?.id ?? null,
    focus: t().at
  } : null), s = new En(t(), () => n(a) ? { study: e.study, name: "parts", asked: n(a) } : null);
  let i = /* @__PURE__ */ R(null);
  const o = new En(t(), () => n(a) && n(i) !== null ? {
    study: e.study,
    name: "neurons",
    asked: { ...n(a), layer: n(i), top_k: 40 }
  } : null), l = /* @__PURE__ */ H(() => s.view?.about), u = /* @__PURE__ */ H(() => s.view?.arrays.heads), f = /* @__PURE__ */ H(() => {
    if (!n(u)) return [];
    const [B, x] = n(u).shape;
    return Array.from({ length: B * x }, (q, X) => ({
      layer: Math.floor(X / x),
      head: X % x,
      value: n(u).data[X]
    })).sort((q, X) => Math.abs(X.value) - Math.abs(q.value)).slice(0, 8);
  }), h = {
    attn_out: "attention",
    mlp_out: "MLP",
    deepstack: "deepstack"
  }, p = /* @__PURE__ */ H(() => {
    if (!s.view) return { layers: [], rest: [], high: 1 };
    const B = s.view.arrays.values.data, x = [], q = [];
    return n(l).labels.forEach((X, P) => {
      const D = /^(\d+)_(.+)$/.exec(X);
      D ? (x[Number(D[1])] ??= { layer: Number(D[1]), parts: [] }).parts.push({ name: h[D[2]] ?? D[2], value: B[P] }) : q.push({ name: X.replace(/_/g, " "), value: B[P] });
    }), {
      layers: x,
      rest: q,
      high: Math.max(...Array.from(B, Math.abs), 1e-6)
    };
  }), g = /* @__PURE__ */ H(() => n(u) ? {
    name: "attribution-heads",
    svg: () => Ea(n(u).data, n(u).shape[0], n(u).shape[1], (B) => Ut(B / n(f).reduce((x, q) => Math.max(x, Math.abs(q.value)), 1e-9), !0), `logit of ${n(l).answer.text}, by head`),
    csv: () => [
      ["part", "value"],
      ...n(l).labels.map((B, x) => [B, s.view.arrays.values.data[x]]),
      ...Array.from(n(u).data, (B, x) => [
        `L${Math.floor(x / n(u).shape[1])}H${x % n(u).shape[1]}`,
        B
      ])
    ]
  } : null);
  let _ = /* @__PURE__ */ R("");
  var y = gu(), N = w(y);
  {
    let B = /* @__PURE__ */ H(() => n(l)?.code ?? "");
    Er(N, {
      title: "Attribution",
      get code() {
        return n(B);
      },
      get exporter() {
        return n(g);
      },
      children: (x, q) => {
        var X = lu(), P = c(w(X)), D = K(P, !0), te = c(P);
        {
          var ce = (J) => {
            var T = ou(), F = c(Oe(T)), I = K(F, !0), V = c(F, 2);
            $((de) => L(I, de), [() => vt(n(l).contrast.text)]), re("click", V, () => t().contrast = null), m(J, T);
          };
          z(te, (J) => {
            n(l)?.contrast && J(ce);
          });
        }
        var Y = c(te, 2);
        {
          var pe = (J) => {
            var T = jo();
            $((F) => L(T, `= ${F ?? ""}`), [() => Xt(n(l).logit)]), m(J, T);
          };
          z(Y, (J) => {
            n(l) && J(pe);
          });
        }
        $((J) => L(D, J), [
          () => n(l) ? vt(n(l).answer.text) : vt(t().target?.text ?? "")
        ]), m(x, X);
      },
      $$slots: { default: !0 }
    });
  }
  var v = c(N, 2);
  {
    var A = (B) => {
      var x = Ya(), q = K(x, !0);
      $(() => L(q, s.error)), m(B, x);
    };
    z(v, (B) => {
      s.error && B(A);
    });
  }
  var M = c(v, 2);
  {
    var U = (B) => {
      var x = uu();
      m(B, x);
    };
    z(M, (B) => {
      t().target || B(U);
    });
  }
  var ee = c(M, 2);
  {
    var le = (B) => {
      var x = _u(), q = c(Oe(x), 2), X = w(q);
      {
        let G = /* @__PURE__ */ H(() => t().layer !== null && t().head !== null ? [t().layer, t().head] : null);
        xn(X, {
          label: "Attribution by head",
          get values() {
            return n(u).data;
          },
          get rows() {
            return n(u).shape[0];
          },
          get columns() {
            return n(u).shape[1];
          },
          signed: !0,
          unit: "logits",
          get picked() {
            return n(G);
          },
          onhover: (W) => {
            t().hoverHead = W && { layer: W[0], head: W[1] }, W && t().paint === "none" && (t().paint = "attention");
          },
          onpick: ([W, se]) => t().takeHead(W, se, t().paint === "sources" ? "sources" : "attention")
        });
      }
      var P = c(X, 2), D = c(w(P), 2);
      Me(D, 21, () => n(f), (G) => `${G.layer} ${G.head}`, (G, W) => {
        var se = cu(), ie = w(se), me = w(ie), ke = c(me), Re = K(ke, !0);
        $(
          (d) => {
            oe(ie, "aria-pressed", t().layer === n(W).layer && t().head === n(W).head), L(me, `L${n(W).layer ?? ""}H${n(W).head ?? ""} `), L(Re, d);
          },
          [() => sr(n(W).value)]
        ), je("pointerenter", ie, () => t().hoverHead = n(W)), je("pointerleave", ie, () => t().hoverHead = null), re("click", ie, () => t().takeHead(n(W).layer, n(W).head, t().paint === "sources" ? "sources" : "attention")), m(G, se);
      });
      var te = c(q, 2), ce = c(w(te), 2), Y = c(ce, 2), pe = c(te, 4);
      Me(pe, 21, () => n(p).layers, He, (G, W) => {
        var se = xr(), ie = Oe(se);
        {
          var me = (ke) => {
            var Re = du(), d = w(Re), j = K(d, !0), S = c(d, 2);
            Me(S, 17, () => n(W).parts, He, (ne, ae) => {
              var ve = fu(), we = w(ve), ge = K(we, !0), fe = c(we, 2), ye = w(fe);
              let xe;
              var Ne = c(fe), $e = w(Ne);
              let _e;
              var Ce = c(Ne, 2), Ee = K(Ce, !0);
              $(
                (he, Ae) => {
                  ve.disabled = n(ae).name !== "MLP", oe(ve, "title", `${n(ae).name ?? ""} of layer ${n(W).layer ?? ""}: ${he ?? ""} logits${n(ae).name === "MLP" ? "; click for its neurons" : ""}`), oe(ve, "aria-pressed", n(ae).name === "MLP" ? n(i) === n(W).layer : void 0), L(ge, n(ae).name), xe = Je(ye, "", xe, {
                    width: `${n(ae).value < 0 ? 100 * -n(ae).value / n(p).high : 0}%`
                  }), _e = Je($e, "", _e, {
                    width: `${n(ae).value > 0 ? 100 * n(ae).value / n(p).high : 0}%`
                  }), L(Ee, Ae);
                },
                [
                  () => sr(n(ae).value),
                  () => sr(n(ae).value)
                ]
              ), re("click", ve, () => E(i, n(i) === n(W).layer ? null : n(W).layer, !0)), m(ne, ve);
            }), $(() => L(j, n(W).layer)), m(ke, Re);
          };
          z(ie, (ke) => {
            n(W) && ke(me);
          });
        }
        m(G, se);
      });
      var J = c(pe, 2), T = K(J), F = c(J, 2);
      {
        var I = (G) => {
          var W = pu(), se = Oe(W);
          {
            let d = /* @__PURE__ */ H(() => o.view?.about.code ?? "");
            Er(se, {
              get title() {
                return `Neurons of layer ${n(i) ?? ""}`;
              },
              get code() {
                return n(d);
              }
            });
          }
          var ie = c(se, 2);
          {
            var me = (d) => {
              var j = Ya(), S = K(j, !0);
              $(() => L(S, o.error)), m(d, j);
            };
            z(ie, (d) => {
              o.error && d(me);
            });
          }
          var ke = c(ie, 2);
          {
            var Re = (d) => {
              var j = hu(), S = Oe(j);
              Me(S, 22, () => Array.from(o.view.arrays.numbers.data), (ve) => ve, (ve, we, ge) => {
                var fe = vu(), ye = w(fe), xe = c(ye), Ne = K(xe, !0);
                $(
                  ($e) => {
                    L(ye, `N${we ?? ""} `), L(Ne, $e);
                  },
                  [() => sr(o.view.arrays.values.data[n(ge)])]
                ), m(ve, fe);
              });
              var ne = c(S, 2), ae = K(ne);
              $((ve) => L(ae, `All others together ${ve ?? ""}.`), [() => sr(o.view.about.rest)]), m(d, j);
            };
            z(ke, (d) => {
              o.view && d(Re);
            });
          }
          m(G, W);
        };
        z(F, (G) => {
          n(i) !== null && G(I);
        });
      }
      var V = c(F, 2), de = w(V), O = c(w(de)), Q = c(de);
      $(
        (G, W) => {
          oe(ce, "aria-pressed", t().paint === "attention"), oe(Y, "aria-pressed", t().paint === "sources"), L(T, `Beside the layers: ${G ?? ""}. The parts sum to the model's own logit; left over: ${W ?? ""}.`), Q.disabled = !n(_);
        },
        [
          () => n(p).rest.map((G) => `${G.name} ${sr(G.value)}`).join(", "),
          () => n(l).error.toExponential(1)
        ]
      ), re("click", ce, () => t().paint = "attention"), re("click", Y, () => t().paint = "sources"), je("submit", V, async (G) => {
        G.preventDefault();
        const W = await t().during(e.study.view("parts", {
          target: t().target.id,
          contrast: n(_),
          focus: t().at
        }));
        W?.about.contrast && (t().contrast = W.about.contrast);
      }), wt(O, () => n(_), (G) => E(_, G)), m(B, x);
    };
    z(ee, (B) => {
      s.view && n(u) && B(le);
    });
  }
  m(r, y), pt();
}
Ot(["click"]);
var bu = /* @__PURE__ */ k('<span class="fine">change something, see the answer change</span>'), yu = /* @__PURE__ */ k('<p><button type="button"> </button></p>'), Jn = /* @__PURE__ */ k("<option> </option>"), wu = /* @__PURE__ */ k("<label>where <select></select></label>"), ku = /* @__PURE__ */ k("<label>heads <select><option>the picked one (with its layer)</option><option>all</option></select></label>"), xu = /* @__PURE__ */ k("<label>to <select><option>image</option><option>the selection</option><option>the kept token</option><option>text</option></select></label>"), Eu = /* @__PURE__ */ k('<label>strength <input type="number" step="any"/></label>'), Ja = /* @__PURE__ */ k('<p class="error" role="alert"> </p>'), Su = /* @__PURE__ */ k('<li><label><input type="checkbox"/> </label> <button type="button" class="link" aria-label="Remove this change">remove</button></li>'), Au = /* @__PURE__ */ k('<button type="button" aria-pressed="true">views show the changed model</button>'), Mu = /* @__PURE__ */ k('<button type="button" aria-pressed="false">show views of the changed model</button>'), Nu = /* @__PURE__ */ k('<ul class="changes"></ul> <p><button type="button"> </button> <!></p>', 1), Pu = /* @__PURE__ */ k('<tr><th scope="row"> </th><td><span> </span></td><td><span> </span></td><td> </td></tr>'), Tu = /* @__PURE__ */ k('<div class="before-after" aria-live="polite"><div><small>before</small><p class="answer"> </p></div> <div aria-hidden="true">→</div> <div><small>after</small><p class="answer" data-after=""> </p></div> <p class="fine"> </p></div> <table class="words"><thead><tr><th scope="col">next token</th><th scope="col">before</th><th scope="col">after</th><th scope="col">logit</th></tr></thead><tbody></tbody></table>', 1), Ou = /* @__PURE__ */ k('<span class="fine">every layer in turn</span>'), Lu = /* @__PURE__ */ k("<label>at <select></select></label>"), Ru = /* @__PURE__ */ k("<label>over <select><option>groups of tokens</option><option>single tokens</option><option>heads</option></select></label>"), Cu = /* @__PURE__ */ k('<label>window <input type="number" min="1"/></label>'), $u = /* @__PURE__ */ k('<button type="button" class="primary">cancel</button>'), Iu = /* @__PURE__ */ k('<button type="submit" class="primary">start</button>'), ju = /* @__PURE__ */ k('<label class="row grow"> <progress></progress> </label>'), Du = /* @__PURE__ */ qs('<polyline fill="none" stroke-width="2"><title> </title></polyline>'), Fu = /* @__PURE__ */ k("<span><i></i> </span>"), Uu = /* @__PURE__ */ k('<figure class="curve"><svg viewBox="0 0 320 120" role="img" aria-label="Effect by layer"><!><line x1="10" x2="310" stroke="currentColor" opacity=".3"></line></svg> <figcaption class="fine"><!> </figcaption></figure>'), Hu = /* @__PURE__ */ k('<p class="fine"> </p> <!>', 1), zu = /* @__PURE__ */ k('<section class="card" aria-label="Changes"><!> <!> <form class="form"><label>what <select></select></label> <!> <label>layers <input list="layer-choices" size="8"/></label> <datalist id="layer-choices"><option></option><option></option><option></option></datalist> <!> <label> <select><option>all</option><option>the focus</option><option>the kept token</option><option>the selection</option><option>image</option><option>text</option></select></label> <!> <!> <button type="submit" class="primary">add</button></form> <!> <!> <!></section> <section class="card" aria-label="Sweeps"><!> <form class="form"><label>what <select><option>patch from the second image</option><option>estimate patches by gradients</option><option>knock attention out</option></select></label> <!> <!> <!> <!></form> <p class="fine"> </p> <!> <!> <!></section>', 1);
function Bu(r, e) {
  ht(e, !0);
  let t = Ve(e, "session", 7);
  const a = /* @__PURE__ */ H(() => t().clean ?? e.study);
  let s = /* @__PURE__ */ R("zero"), i = /* @__PURE__ */ R("z"), o = /* @__PURE__ */ R("all"), l = /* @__PURE__ */ R("all"), u = /* @__PURE__ */ R("picked"), f = /* @__PURE__ */ R("image"), h = /* @__PURE__ */ R(1), p = /* @__PURE__ */ R(null), g = /* @__PURE__ */ R(!1), _ = /* @__PURE__ */ R("");
  const y = {
    zero: "set to zero",
    mean: "set to the mean",
    scale: "scale",
    block: "block attention",
    patch: "patch from the second",
    resample: "resample from the second",
    steer: "steer to the second"
  }, N = {
    z: "heads",
    attn_out: "attention",
    mlp_out: "MLP",
    resid_post: "stream behind the layer",
    resid_mid: "stream between",
    resid_pre: "stream before the layer"
  }, v = /* @__PURE__ */ H(() => Object.keys(y).filter((b) => t().second || !["patch", "resample", "steer"].includes(b)));
  function A(b) {
    return b === "selection" ? [...t().selected].sort((C, Z) => C - Z) : b === "image" ? n(a).tokens.filter((C) => C.kind === "image").map((C) => C.position) : b === "text" ? n(a).tokens.filter((C) => C.kind !== "image").map((C) => C.position) : b === "token" ? t().place === null ? [] : [t().place] : b === "focus" ? [Math.min(t().at, n(a).nPrompt - 1)] : null;
  }
  function M() {
    const b = n(l) === "all" ? null : n(l) === "picked" ? t().layer === null ? [] : [t().layer] : U(n(l)), C = {
      kind: n(s),
      point: n(s) === "block" ? "z" : n(i),
      layers: b,
      heads: n(u) === "picked" && (n(s) === "block" || n(i) === "z") && t().head !== null && n(l) !== "all" ? [t().head] : null,
      positions: A(n(o)),
      keys: n(s) === "block" ? A(n(f)) : null,
      strength: n(h),
      source: ["patch", "resample", "steer"].includes(n(s)) ? t().second?.id ?? null : null,
      on: !0
    };
    if ([C.layers, C.positions, C.keys].some((Z) => Z?.length === 0)) {
      E(_, "This change has no layer or no token: pick a head, keep a token, or select some first.");
      return;
    }
    t().changes = [...t().changes, C], x();
  }
  function U(b) {
    return b.split(",").flatMap((C) => {
      const [Z, ue] = C.split("-").map(Number);
      return Number.isFinite(Z) ? Array.from({ length: (Number.isFinite(ue) ? ue : Z) - Z + 1 }, (Pe, De) => Z + De) : [];
    });
  }
  function ee() {
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
    ], x());
  }
  const le = (b, C) => b === null ? C : b.length > 6 ? `${b.length} (${b[0]}…${b.at(-1)})` : b.join(", "), B = (b) => `${y[b.kind]}${b.kind === "block" ? "" : ` · ${N[b.point]}`} · layers ${le(b.layers, "all")}${b.heads ? ` · head ${le(b.heads, "")}` : ""} · ${b.kind === "block" ? "from " : ""}tokens ${le(b.positions, "all")}${b.keys ? ` to ${le(b.keys, "all")}` : ""}${["scale", "steer"].includes(b.kind) ? ` · ×${b.strength}` : ""}`;
  async function x() {
    const b = t().changes.filter((C) => C.on).map(({ on: C, ...Z }) => ({
      ...Z,
      source: Z.source && t().second ? t().second.id : Z.source
    }));
    if (E(_, ""), t().write(), !b.length) {
      E(p, null), X();
      return;
    }
    E(g, !0);
    try {
      for await (const C of t().source.stream(n(a).id, "changes", { changes: b, max_new_tokens: 16 })) E(p, C);
      t().clean && await q();
    } catch (C) {
      E(_, C.message, !0);
    }
    E(g, !1);
  }
  async function q() {
    if (!n(p)) return;
    const b = await fetch(`api/studies/${n(p).about.study}`);
    if (!b.ok) return;
    const { unpack: C } = await Promise.resolve().then(() => Wl), Z = new pn(t().source, n(p).about.study, C(new Uint8Array(await b.arrayBuffer())));
    Z.answer = n(p).about.after, t().clean = n(a), t().study = Z;
  }
  function X() {
    t().clean && (t().study = t().clean, t().clean = null);
  }
  let P = /* @__PURE__ */ R("patching"), D = /* @__PURE__ */ R("groups"), te = /* @__PURE__ */ R("resid_post"), ce = /* @__PURE__ */ R(1), Y = /* @__PURE__ */ R(null), pe = null, J = /* @__PURE__ */ R(!1), T = /* @__PURE__ */ R("");
  const F = /* @__PURE__ */ H(() => n(P) !== "knockout"), I = /* @__PURE__ */ H(() => {
    const b = n(a).tokens.filter((Z) => Z.kind === "image").length;
    return n(P) === "gradients" ? 3 : (n(P) === "knockout" || n(D) === "groups" ? 3 : n(D) === "heads" ? n(a).nHeads : t().selected.size || b + 1) * n(a).nLayers;
  });
  async function V() {
    pe?.abort(), pe = new AbortController();
    const b = pe;
    E(Y, null), E(T, ""), E(J, !0);
    const C = t().selected.size ? [...t().selected].sort((ue, Pe) => ue - Pe) : null, Z = n(P) === "knockout" ? { window: n(ce) } : n(P) === "gradients" ? {
      source: t().second.id,
      point: n(te) === "z" ? "z" : n(te) === "resid_pre" || n(te) === "resid_mid" ? "resid_post" : n(te)
    } : {
      source: t().second.id,
      point: n(te),
      over: n(D),
      positions: C
    };
    try {
      for await (const ue of t().source.stream(n(a).id, n(P), Z, b.signal)) E(Y, ue);
    } catch (ue) {
      ue.name !== "AbortError" && E(T, ue.message, !0);
    }
    pe === b && E(J, !1);
  }
  function de() {
    pe?.abort(), E(J, !1);
  }
  const O = /* @__PURE__ */ H(() => n(Y)?.arrays.effect.shape ?? [0, 0]), Q = /* @__PURE__ */ H(() => n(O)[1] > 0 && n(O)[1] <= 6);
  function G(b) {
    if (!n(Y) || n(Y).about.axis !== "position") return;
    const C = new Float32Array(n(a).tokens.length).fill(NaN);
    n(Y).about.columns.forEach((Z, ue) => C[Z] = n(Y).arrays.effect.data[b * n(O)[1] + ue]), t().sweep = {
      values: C,
      label: `${n(P)} at layer ${b}: ${n(Y).about.measure}`
    }, t().paint = "sweep";
  }
  const W = /* @__PURE__ */ H(() => n(Y) ? {
    name: n(P),
    svg: () => Ea(n(Y).arrays.effect.data, n(O)[0], n(O)[1], (b) => Ut(b, !0), n(Y).about.measure),
    csv: () => [
      ["layer", ...n(Y).about.labels],
      ...Array.from({ length: n(O)[0] }, (b, C) => [
        C,
        ...Array.from(n(Y).arrays.effect.data.slice(C * n(O)[1], (C + 1) * n(O)[1]))
      ])
    ]
  } : null), se = [
    "#0072B2",
    "#D55E00",
    "#009E73",
    "#CC79A7",
    "#E69F00",
    "#56B4E9"
  ], ie = /* @__PURE__ */ H(() => {
    let b = 0, C = 1;
    if (n(Y)) for (const Z of n(Y).arrays.effect.data) Number.isNaN(Z) || ([b, C] = [Math.min(b, Z), Math.max(C, Z)]);
    return [b, C];
  });
  var me = zu(), ke = Oe(me), Re = w(ke);
  {
    let b = /* @__PURE__ */ H(() => n(p)?.about.code ?? "");
    Er(Re, {
      title: "Changes",
      get code() {
        return n(b);
      },
      children: (C, Z) => {
        var ue = bu();
        m(C, ue);
      },
      $$slots: { default: !0 }
    });
  }
  var d = c(Re, 2);
  {
    var j = (b) => {
      var C = yu(), Z = w(C), ue = K(Z);
      $(() => L(ue, `ablate L${t().layer ?? ""}H${t().head ?? ""}`)), re("click", Z, ee), m(b, C);
    };
    z(d, (b) => {
      t().layer !== null && b(j);
    });
  }
  var S = c(d, 2), ne = w(S), ae = c(w(ne));
  Me(ae, 21, () => n(v), He, (b, C) => {
    var Z = Jn(), ue = K(Z, !0), Pe = {};
    $(() => {
      L(ue, y[n(C)]), Pe !== (Pe = n(C)) && (Z.value = (Z.__value = Pe) ?? "");
    }), m(b, Z);
  }), St(ae);
  var ve = c(ne, 2);
  {
    var we = (b) => {
      var C = wu(), Z = c(w(C));
      Me(Z, 21, () => Object.entries(N), He, (ue, Pe) => {
        var De = /* @__PURE__ */ H(() => _n(n(Pe), 2));
        let ot = () => n(De)[0], Ge = () => n(De)[1];
        var Fe = Jn(), Ue = K(Fe, !0), We = {};
        $(() => {
          L(Ue, Ge()), We !== (We = ot()) && (Fe.value = (Fe.__value = We) ?? "");
        }), m(ue, Fe);
      }), St(Z), Rt(Z, () => n(i), (ue) => E(i, ue)), m(b, C);
    };
    z(ve, (b) => {
      n(s) !== "block" && b(we);
    });
  }
  var ge = c(ve, 2), fe = c(w(ge)), ye = c(ge, 2), xe = w(ye);
  xe.value = xe.__value = "all";
  var Ne = c(xe);
  Ne.value = Ne.__value = "picked";
  var $e = c(Ne), _e = {}, Ce = c(ye, 2);
  {
    var Ee = (b) => {
      var C = ku(), Z = c(w(C)), ue = w(Z);
      ue.value = ue.__value = "picked";
      var Pe = c(ue);
      Pe.value = Pe.__value = "all", St(Z), Rt(Z, () => n(u), (De) => E(u, De)), m(b, C);
    };
    z(Ce, (b) => {
      (n(s) === "block" || n(i) === "z") && b(Ee);
    });
  }
  var he = c(Ce, 2), Ae = w(he), Le = c(Ae), ze = w(Le);
  ze.value = ze.__value = "all";
  var Qe = c(ze);
  Qe.value = Qe.__value = "focus";
  var tt = c(Qe);
  tt.value = tt.__value = "token";
  var xt = c(tt);
  xt.value = xt.__value = "selection";
  var _t = c(xt);
  _t.value = _t.__value = "image";
  var gt = c(_t);
  gt.value = gt.__value = "text", St(Le);
  var ct = c(he, 2);
  {
    var fr = (b) => {
      var C = xu(), Z = c(w(C)), ue = w(Z);
      ue.value = ue.__value = "image";
      var Pe = c(ue);
      Pe.value = Pe.__value = "selection";
      var De = c(Pe);
      De.value = De.__value = "token";
      var ot = c(De);
      ot.value = ot.__value = "text", St(Z), Rt(Z, () => n(f), (Ge) => E(f, Ge)), m(b, C);
    };
    z(ct, (b) => {
      n(s) === "block" && b(fr);
    });
  }
  var Ht = c(ct, 2);
  {
    var sn = (b) => {
      var C = Eu(), Z = c(w(C));
      wt(Z, () => n(h), (ue) => E(h, ue)), m(b, C);
    };
    z(Ht, (b) => {
      (n(s) === "scale" || n(s) === "steer") && b(sn);
    });
  }
  var zt = c(S, 2);
  {
    var Lt = (b) => {
      var C = Ja(), Z = K(C, !0);
      $(() => L(Z, n(_))), m(b, C);
    };
    z(zt, (b) => {
      n(_) && b(Lt);
    });
  }
  var Fr = c(zt, 2);
  {
    var on = (b) => {
      var C = Nu(), Z = Oe(C);
      Me(Z, 21, () => t().changes, He, (Fe, Ue, We) => {
        var Bt = Su(), er = w(Bt), rt = w(er), Xe = c(rt), Be = c(er, 2);
        $(
          (nt) => {
            al(rt, n(Ue).on), L(Xe, ` ${nt ?? ""}`);
          },
          [() => B(n(Ue))]
        ), re("change", rt, (nt) => {
          t().changes = t().changes.map((mt, tr) => tr === We ? { ...mt, on: nt.currentTarget.checked } : mt), x();
        }), re("click", Be, () => {
          t().changes = t().changes.filter((nt, mt) => mt !== We), x();
        }), m(Fe, Bt);
      });
      var ue = c(Z, 2), Pe = w(ue), De = K(Pe, !0), ot = c(Pe, 2);
      {
        var Ge = (Fe) => {
          var Ue = xr(), We = Oe(Ue);
          {
            var Bt = (rt) => {
              var Xe = Au();
              re("click", Xe, X), m(rt, Xe);
            }, er = (rt) => {
              var Xe = Mu();
              re("click", Xe, q), m(rt, Xe);
            };
            z(We, (rt) => {
              t().clean ? rt(Bt) : rt(er, -1);
            });
          }
          m(Fe, Ue);
        };
        z(ot, (Fe) => {
          n(p) && t().source.kind === "server" && Fe(Ge);
        });
      }
      $(() => {
        Pe.disabled = n(g), L(De, n(g) ? "running…" : "run again");
      }), re("click", Pe, x), m(b, C);
    };
    z(Fr, (b) => {
      t().changes.length && b(on);
    });
  }
  var Rn = c(Fr, 2);
  {
    var Cn = (b) => {
      const C = /* @__PURE__ */ H(() => (Xe) => Xe.filter((Be) => !Be.ends).map((Be) => Be.token.text).join("") || "∅");
      var Z = Tu(), ue = Oe(Z), Pe = w(ue), De = c(w(Pe)), ot = K(De, !0), Ge = c(Pe, 4), Fe = c(w(Ge)), Ue = K(Fe, !0), We = c(Ge, 2), Bt = K(We), er = c(ue, 2), rt = c(w(er));
      Me(rt, 21, () => n(p).about.words, (Xe) => Xe.id, (Xe, Be) => {
        var nt = Pu(), mt = w(nt), tr = K(mt, !0), Et = c(mt);
        let dr;
        var Ur = w(Et), rr = K(Ur, !0), nr = c(Et);
        let Ra;
        var hi = w(nr), pi = K(hi, !0), _i = c(nr), gi = K(_i, !0);
        $(
          (mi, bi, yi, wi) => {
            L(tr, mi), dr = Je(Et, "", dr, { "--share": `${100 * n(Be).before}%` }), L(rr, bi), Ra = Je(nr, "", Ra, { "--share": `${100 * n(Be).after}%` }), L(pi, yi), L(gi, wi);
          },
          [
            () => vt(n(Be).text),
            () => Gt(n(Be).before),
            () => Gt(n(Be).after),
            () => sr(n(Be).logit_after - n(Be).logit_before)
          ]
        ), m(Xe, nt);
      }), $(
        (Xe, Be, nt) => {
          L(ot, Xe), L(Ue, Be), L(Bt, `KL ${nt ?? ""} nats at the first token`);
        },
        [
          () => n(C)(n(p).about.before),
          () => n(C)(n(p).about.after),
          () => n(p).arrays.kl.data[0].toPrecision(3)
        ]
      ), m(b, Z);
    };
    z(Rn, (b) => {
      n(p) && b(Cn);
    });
  }
  var $n = c(ke, 2), ln = w($n);
  {
    let b = /* @__PURE__ */ H(() => n(Y)?.about.code ?? "");
    Er(ln, {
      title: "Sweeps",
      get code() {
        return n(b);
      },
      get exporter() {
        return n(W);
      },
      children: (C, Z) => {
        var ue = Ou();
        m(C, ue);
      },
      $$slots: { default: !0 }
    });
  }
  var In = c(ln, 2), Sa = w(In), jn = c(w(Sa)), Dn = w(jn);
  Dn.value = Dn.__value = "patching";
  var Fn = c(Dn);
  Fn.value = Fn.__value = "gradients";
  var Aa = c(Fn);
  Aa.value = Aa.__value = "knockout", St(jn);
  var Ma = c(Sa, 2);
  {
    var ni = (b) => {
      var C = Lu(), Z = c(w(C));
      Me(Z, 21, () => Object.entries(N), He, (ue, Pe) => {
        var De = /* @__PURE__ */ H(() => _n(n(Pe), 2));
        let ot = () => n(De)[0], Ge = () => n(De)[1];
        var Fe = Jn(), Ue = K(Fe, !0), We = {};
        $(() => {
          L(Ue, Ge()), We !== (We = ot()) && (Fe.value = (Fe.__value = We) ?? "");
        }), m(ue, Fe);
      }), St(Z), Rt(Z, () => n(te), (ue) => E(te, ue)), m(b, C);
    };
    z(Ma, (b) => {
      n(P) !== "knockout" && b(ni);
    });
  }
  var Na = c(Ma, 2);
  {
    var ai = (b) => {
      var C = Ru(), Z = c(w(C)), ue = w(Z);
      ue.value = ue.__value = "groups";
      var Pe = c(ue);
      Pe.value = Pe.__value = "positions";
      var De = c(Pe);
      De.value = De.__value = "heads", St(Z), Rt(Z, () => n(D), (ot) => E(D, ot)), m(b, C);
    };
    z(Na, (b) => {
      n(P) === "patching" && b(ai);
    });
  }
  var Pa = c(Na, 2);
  {
    var si = (b) => {
      var C = Cu(), Z = c(w(C));
      $(() => oe(Z, "max", n(a).nLayers)), wt(Z, () => n(ce), (ue) => E(ce, ue)), m(b, C);
    };
    z(Pa, (b) => {
      n(P) === "knockout" && b(si);
    });
  }
  var ii = c(Pa, 2);
  {
    var oi = (b) => {
      var C = $u();
      re("click", C, de), m(b, C);
    }, li = (b) => {
      var C = Iu();
      $(() => C.disabled = n(F) && !t().second), m(b, C);
    };
    z(ii, (b) => {
      n(J) ? b(oi) : b(li, -1);
    });
  }
  var Ta = c(In, 2), ui = K(Ta, !0), Oa = c(Ta, 2);
  {
    var ci = (b) => {
      var C = Ja(), Z = K(C, !0);
      $(() => L(Z, n(T))), m(b, C);
    };
    z(Oa, (b) => {
      n(T) && b(ci);
    });
  }
  var La = c(Oa, 2);
  {
    var fi = (b) => {
      var C = ju(), Z = w(C), ue = c(Z), Pe = c(ue);
      $(() => {
        L(Z, `${n(J) ? "running" : n(Y) && n(Y).about.done < n(Y).about.of ? "stopped" : "done"} `), oe(ue, "max", n(Y)?.about.of ?? 1), Vs(ue, n(Y)?.about.done ?? 0), L(Pe, ` ${n(Y) ? `${n(Y).about.done} of ${n(Y).about.of} layers` : ""}`);
      }), m(b, C);
    };
    z(La, (b) => {
      (n(J) || n(Y)) && b(fi);
    });
  }
  var di = c(La, 2);
  {
    var vi = (b) => {
      var C = Hu(), Z = Oe(C), ue = K(Z, !0), Pe = c(Z, 2);
      {
        var De = (Ge) => {
          var Fe = Uu(), Ue = w(Fe), We = w(Ue);
          Me(We, 17, () => n(Y).about.labels, He, (Be, nt, mt) => {
            const tr = /* @__PURE__ */ H(() => Array.from({ length: n(O)[0] }, (rr, nr) => [
              nr,
              n(Y).arrays.effect.data[nr * n(O)[1] + mt]
            ]).filter(([, rr]) => !Number.isNaN(rr)));
            var Et = Du(), dr = w(Et), Ur = K(dr, !0);
            $(
              (rr) => {
                oe(Et, "stroke", se[mt % 6]), oe(Et, "points", rr), L(Ur, n(nt));
              },
              [
                () => n(tr).map(([rr, nr]) => `${10 + 300 * rr / Math.max(1, n(O)[0] - 1)},${110 - 100 * (nr - n(ie)[0]) / (n(ie)[1] - n(ie)[0])}`).join(" ")
              ]
            ), m(Be, Et);
          });
          var Bt = c(We), er = c(Ue, 2), rt = w(er);
          Me(rt, 17, () => n(Y).about.labels, He, (Be, nt, mt) => {
            var tr = Fu(), Et = w(tr);
            let dr;
            var Ur = c(Et, 1, !0);
            $(() => {
              dr = Je(Et, "", dr, { background: se[mt % 6] }), L(Ur, n(nt));
            }), m(Be, tr);
          });
          var Xe = c(rt);
          $(
            (Be, nt) => {
              oe(Bt, "y1", 110 + 100 * n(ie)[0] / (n(ie)[1] - n(ie)[0])), oe(Bt, "y2", 110 + 100 * n(ie)[0] / (n(ie)[1] - n(ie)[0])), L(Xe, ` · layers 0 to ${n(O)[0] - 1}, from ${Be ?? ""} to ${nt ?? ""}`);
            },
            [
              () => n(ie)[0].toFixed(2),
              () => n(ie)[1].toFixed(2)
            ]
          ), m(Ge, Fe);
        }, ot = (Ge) => {
          {
            let Fe = /* @__PURE__ */ H(() => n(Y).about.axis === "position" ? n(Y).about.columns.map((Ue) => n(a).label(Ue)) : null);
            xn(Ge, {
              label: "Sweep",
              get values() {
                return n(Y).arrays.effect.data;
              },
              get rows() {
                return n(O)[0];
              },
              get columns() {
                return n(O)[1];
              },
              signed: !0,
              high: 1,
              get columnName() {
                return n(Y).about.axis;
              },
              get columnLabels() {
                return n(Fe);
              },
              onhover: (Ue) => Ue && G(Ue[0]),
              onpick: ([Ue, We]) => {
                G(Ue), n(Y).about.axis === "head" ? t().takeHead(Ue, We) : n(Y).about.axis === "position" && t().takePlace(n(Y).about.columns[We]);
              }
            });
          }
        };
        z(Pe, (Ge) => {
          n(Q) ? Ge(De) : Ge(ot, -1);
        });
      }
      $(() => L(ue, n(Y).about.measure)), m(b, C);
    };
    z(di, (b) => {
      n(Y) && b(vi);
    });
  }
  $(
    (b) => {
      _e !== (_e = `0-${n(a).nLayers - 1}`) && ($e.value = $e.__value = _e), L(Ae, `${n(s) === "block" ? "from" : "tokens"} `), L(ui, b);
    },
    [
      () => n(F) && !t().second ? "Add a second image above: patches come from it." : `At most ${n(I).toLocaleString("en")} partial passes${t().selected.size && n(P) === "patching" ? `, with the ${t().selected.size} selected tokens` : ""}.`
    ]
  ), je("submit", S, (b) => {
    b.preventDefault(), M();
  }), Rt(ae, () => n(s), (b) => E(s, b)), wt(fe, () => n(l), (b) => E(l, b)), Rt(Le, () => n(o), (b) => E(o, b)), je("submit", In, (b) => {
    b.preventDefault(), V();
  }), Rt(jn, () => n(P), (b) => E(P, b)), m(r, me), pt();
}
Ot(["click", "change"]);
var qu = /* @__PURE__ */ k('<span class="fine">what each token says, if the model stopped at that layer</span>'), Ga = /* @__PURE__ */ k('<p class="error" role="alert"> </p>'), Xa = /* @__PURE__ */ k('<button type="button"> </button>'), Wu = /* @__PURE__ */ k('<div class="chips" role="group" aria-label="Followed words"></div>'), Vu = /* @__PURE__ */ k('<button type="button" class="map"><canvas></canvas><small> </small></button>'), Ku = /* @__PURE__ */ k('<div class="maps" role="group"></div>'), Yu = /* @__PURE__ */ qs('<polyline fill="none" stroke-width="2"></polyline>'), Ju = /* @__PURE__ */ k("<span><i></i> </span>"), Gu = /* @__PURE__ */ k('<figure class="curve"><svg viewBox="0 0 320 84" role="img"><!><line x1="10" x2="310" y1="76" y2="76" stroke="currentColor" opacity=".3"></line></svg> <figcaption class="fine"><!> </figcaption></figure>'), Xu = /* @__PURE__ */ k('<button type="button" tabindex="-1"> </button>'), Zu = /* @__PURE__ */ k("<span> </span>"), Qu = /* @__PURE__ */ k('<div><span class="name"><small> </small> </span> <!></div>'), ec = /* @__PURE__ */ k('<div class="row"><form class="row" role="search"><label>word <input size="12" placeholder="follow a word"/></label><button type="submit">show</button></form> <div class="chips" role="group" aria-label="What the table shows"></div></div> <!> <!> <label class="row grow">layer <output> </output><input type="range" min="0"/></label> <!> <!> <div class="lens" role="application" tabindex="0"><div class="lens-head lens-row"><span class="name">token</span><!></div> <div class="lens-body"></div></div>', 1), tc = /* @__PURE__ */ k('<section class="card" aria-label="Lens"><!> <!> <!></section>');
function rc(r, e) {
  ht(e, !0);
  let t = Ve(e, "session", 7);
  const a = /* @__PURE__ */ H(() => e.painted.lens.view), s = /* @__PURE__ */ H(() => e.painted.words.view), i = /* @__PURE__ */ H(() => n(a)?.arrays.ids.shape ?? [0, 0, 0]), o = /* @__PURE__ */ H(() => Math.min(t().lensLayer ?? n(i)[0] - 1, Math.max(0, n(i)[0] - 1)));
  let l = /* @__PURE__ */ R("top"), u = /* @__PURE__ */ R(""), f = /* @__PURE__ */ R(!1);
  const h = 24;
  let p = /* @__PURE__ */ R(void 0), g = /* @__PURE__ */ R(0), _ = /* @__PURE__ */ R(400);
  const y = /* @__PURE__ */ H(() => n(i)[1]), N = /* @__PURE__ */ H(() => Math.max(0, Math.floor(n(g) / h) - 6)), v = /* @__PURE__ */ H(() => Math.min(n(y), Math.ceil((n(g) + n(_)) / h) + 6)), A = /* @__PURE__ */ H(() => !n(a) || n(l) === "top" || n(l) === "word" ? n(l) === "word" && n(s) ? Math.max(0.05, ...Ct(n(s).arrays.probs, 0)) : 1 : Math.max(...n(a).arrays[n(l)].data, 1e-6)), M = (I, V) => {
    const de = V * n(i)[1] + I, O = n(l) === "top" ? n(a).arrays.probs.data[de * n(i)[2]] : n(l) === "word" ? n(s) ? n(s).arrays.probs.data[de] : NaN : n(a).arrays[n(l)].data[de], Q = n(l) === "top" ? vt(n(a).about.strings[n(a).arrays.ids.data[de * n(i)[2]]]) : n(l) === "word" ? O > 5e-4 ? Gt(O) : "" : Xt(O);
    return { value: O, text: Q };
  }, U = (I, V) => Array.from({ length: n(i)[2] }, (de, O) => {
    const Q = (V * n(i)[1] + I) * n(i)[2] + O;
    return `${vt(n(a).about.strings[n(a).arrays.ids.data[Q]])} ${Gt(n(a).arrays.probs.data[Q])}`;
  }).join(", "), ee = /* @__PURE__ */ H(() => e.study.images.find((I) => I.boxed)), le = /* @__PURE__ */ H(() => e.study.tokens.filter((I) => I.box && I.image === e.study.images.indexOf(n(ee)) && !(I.global && e.study.tokens.some((V) => V.image === I.image && !V.global)) && I.frame <= 0));
  function B(I, V) {
    const de = ({ values: O, high: Q }) => {
      const [G, W] = n(ee).size, se = 96 / Math.max(G, W), ie = I.getContext("2d");
      Object.assign(I, {
        width: Math.round(G * se),
        height: Math.round(W * se)
      });
      for (const { position: me, box: ke } of n(le))
        ie.fillStyle = Ut((O[me] ?? NaN) / Q, !1), ie.fillRect(ke[0] * se, ke[1] * se, (ke[2] - ke[0]) * se + 0.5, (ke[3] - ke[1]) * se + 0.5);
    };
    return de(V), { update: de };
  }
  function x(I) {
    I.preventDefault();
    const V = n(u).trim();
    V && (t().words = [V, ...t().words.filter((de) => de !== V)].slice(0, 8), E(l, "word"), t().paint = "word", E(u, ""), E(f, !0));
  }
  function q(I) {
    n(p) && (I * h < n(p).scrollTop || (I + 1) * h > n(p).scrollTop + n(_) - 40) && (n(p).scrollTop = Math.max(0, I * h - n(_) / 2));
  }
  Yt(() => {
    t().place !== null && q(t().place);
  });
  function X(I) {
    const V = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-15, 0],
      PageDown: [15, 0]
    }[I.key];
    V && (I.preventDefault(), t().place = Math.max(0, Math.min(n(y) - 1, (t().place ?? 0) + (t().place === null ? 0 : V[0]))), t().lensLayer = Math.max(0, Math.min(n(i)[0] - 1, n(o) + V[1])));
  }
  const P = /* @__PURE__ */ H(() => {
    const I = t().shownPlace ?? t().at;
    if (!n(s) || I >= n(s).arrays.probs.shape[2]) return [];
    const [V, de, O] = n(s).arrays.probs.shape;
    return Array.from({ length: V }, (Q, G) => ({
      word: n(s).about.words[G],
      values: Array.from({ length: de }, (W, se) => n(s).arrays.probs.data[(G * de + se) * O + I])
    }));
  }), D = [
    "#0072B2",
    "#D55E00",
    "#009E73",
    "#CC79A7",
    "#E69F00",
    "#56B4E9"
  ], te = /* @__PURE__ */ H(() => n(a) ? {
    name: "lens",
    csv: () => [
      [
        "layer",
        "position",
        "place",
        "token",
        "probability",
        "entropy",
        "kl"
      ],
      ...Array.from({ length: n(i)[0] * n(i)[1] }, (I, V) => [
        n(a).about.layers[Math.floor(V / n(i)[1])],
        n(a).arrays.positions.data[V % n(i)[1]],
        e.study.label(V % n(i)[1]),
        n(a).about.strings[n(a).arrays.ids.data[V * n(i)[2]]],
        n(a).arrays.probs.data[V * n(i)[2]],
        n(a).arrays.entropy.data[V],
        n(a).arrays.kl.data[V]
      ])
    ]
  } : null);
  var ce = tc(), Y = w(ce);
  {
    let I = /* @__PURE__ */ H(() => n(l) === "word" && n(s) ? n(s).about.code : n(a)?.about.code ?? "");
    Er(Y, {
      title: "Logit lens",
      get code() {
        return n(I);
      },
      get exporter() {
        return n(te);
      },
      children: (V, de) => {
        var O = qu();
        m(V, O);
      },
      $$slots: { default: !0 }
    });
  }
  var pe = c(Y, 2);
  {
    var J = (I) => {
      var V = Ga(), de = K(V, !0);
      $(() => L(de, e.painted.lens.error)), m(I, V);
    };
    z(pe, (I) => {
      e.painted.lens.error && I(J);
    });
  }
  var T = c(pe, 2);
  {
    var F = (I) => {
      var V = ec(), de = Oe(V), O = w(de), Q = w(O), G = c(w(Q)), W = c(O, 2);
      Me(
        W,
        21,
        () => [
          ["top", "most probable"],
          [
            "word",
            t().words[0] ?? t().target?.text.trim() ?? "word"
          ],
          ["entropy", "entropy"],
          ["kl", "KL to output"]
        ],
        He,
        (_e, Ce) => {
          var Ee = /* @__PURE__ */ H(() => _n(n(Ce), 2));
          let he = () => n(Ee)[0], Ae = () => n(Ee)[1];
          var Le = Xa(), ze = K(Le, !0);
          $(() => {
            oe(Le, "aria-pressed", n(l) === he()), L(ze, Ae());
          }), re("click", Le, () => {
            E(l, he(), !0), (he() === "top" || he() === "word") && (t().paint = he());
          }), m(_e, Le);
        }
      );
      var se = c(de, 2);
      {
        var ie = (_e) => {
          var Ce = Wu();
          Me(Ce, 20, () => t().words, (Ee) => Ee, (Ee, he) => {
            var Ae = Xa(), Le = K(Ae, !0);
            $(() => {
              oe(Ae, "aria-pressed", t().words[0] === he), L(Le, he);
            }), re("click", Ae, () => t().words = [he, ...t().words.filter((ze) => ze !== he)]), m(Ee, Ae);
          }), m(_e, Ce);
        };
        z(se, (_e) => {
          t().words.length > 1 && _e(ie);
        });
      }
      var me = c(se, 2);
      {
        var ke = (_e) => {
          var Ce = Ga(), Ee = K(Ce, !0);
          $(() => L(Ee, e.painted.words.error)), m(_e, Ce);
        };
        z(me, (_e) => {
          e.painted.words.error && _e(ke);
        });
      }
      var Re = c(me, 2), d = c(w(Re)), j = K(d, !0), S = c(d), ne = c(Re, 2);
      {
        var ae = (_e) => {
          const Ce = /* @__PURE__ */ H(() => Math.max(0.05, ...Array.from({ length: n(s).arrays.probs.shape[1] }, (he, Ae) => n(le).reduce((Le, ze) => Math.max(Le, Ct(n(s).arrays.probs, 0, Ae)[ze.position] ?? 0), 0))));
          var Ee = Ku();
          Me(Ee, 22, () => n(s).about.layers, (he) => he, (he, Ae, Le) => {
            var ze = Vu(), Qe = w(ze);
            Jo(Qe, (_t, gt) => B?.(_t, gt), () => ({
              values: Ct(n(s).arrays.probs, 0, n(Le)),
              high: n(Ce)
            }));
            var tt = c(Qe), xt = K(tt, !0);
            $(() => {
              oe(ze, "aria-pressed", n(o) === n(Le) && t().paint === "word"), L(xt, Ae);
            }), re("click", ze, () => {
              t().lensLayer = n(Le), t().paint = "word";
            }), m(he, ze);
          }), $(() => oe(Ee, "aria-label", `“${n(s).about.words[0] ?? ""}” over the image, layer by layer`)), m(_e, Ee);
        };
        z(ne, (_e) => {
          n(s) && n(ee) && n(le).length && _e(ae);
        });
      }
      var ve = c(ne, 2);
      {
        var we = (_e) => {
          var Ce = Gu(), Ee = w(Ce), he = w(Ee);
          Me(he, 17, () => n(P), He, (Qe, tt, xt) => {
            let _t = () => n(tt).values;
            var gt = Yu();
            $(
              (ct) => {
                oe(gt, "stroke", D[xt % D.length]), oe(gt, "points", ct);
              },
              [
                () => _t().map((ct, fr) => `${10 + 300 * fr / Math.max(1, _t().length - 1)},${76 - 68 * ct}`).join(" ")
              ]
            ), m(Qe, gt);
          });
          var Ae = c(Ee, 2), Le = w(Ae);
          Me(Le, 17, () => n(P), He, (Qe, tt, xt) => {
            let _t = () => n(tt).word, gt = () => n(tt).values;
            var ct = Ju(), fr = w(ct);
            let Ht;
            var sn = c(fr);
            $(
              (zt) => {
                Ht = Je(fr, "", Ht, { background: D[xt % D.length] }), L(sn, `${_t() ?? ""} ${zt ?? ""}`);
              },
              [() => Gt(gt().at(-1) ?? 0)]
            ), m(Qe, ct);
          });
          var ze = c(Le);
          $(
            (Qe, tt) => {
              oe(Ee, "aria-label", `Probability over layers at ${Qe ?? ""}`), L(ze, ` over layers, at ${tt ?? ""}`);
            },
            [
              () => e.study.label(t().shownPlace ?? t().at),
              () => e.study.label(t().shownPlace ?? t().at)
            ]
          ), m(_e, Ce);
        };
        z(ve, (_e) => {
          n(P).length && _e(we);
        });
      }
      var ge = c(ve, 2);
      let fe;
      var ye = w(ge), xe = c(w(ye));
      Me(xe, 18, () => n(a).about.layers, (_e) => _e, (_e, Ce, Ee) => {
        var he = Xu();
        let Ae;
        var Le = K(he, !0);
        $(() => {
          Ae = Jt(he, 1, "", null, Ae, { current: n(Ee) === n(o) }), L(Le, Ce);
        }), re("click", he, () => t().lensLayer = n(Ee)), m(_e, he);
      });
      var Ne = c(ye, 2);
      let $e;
      Me(Ne, 23, () => ({ length: Math.max(0, n(v) - n(N)) }), (_e, Ce) => n(N) + Ce, (_e, Ce, Ee) => {
        const he = /* @__PURE__ */ H(() => n(N) + n(Ee));
        var Ae = Qu();
        let Le, ze;
        var Qe = w(Ae), tt = w(Qe), xt = K(tt, !0), _t = c(tt), gt = c(Qe, 2);
        Me(gt, 17, () => ({ length: n(i)[0] }), He, (ct, fr, Ht, sn) => {
          const zt = /* @__PURE__ */ H(() => M(n(he), Ht));
          var Lt = Zu();
          let Fr, on;
          var Rn = K(Lt, !0);
          $(
            (Cn, $n, ln) => {
              Fr = Jt(Lt, 1, "cell", null, Fr, { here: Ht === n(o) }), oe(Lt, "title", Cn), on = Je(Lt, "", on, { background: $n, color: ln }), L(Rn, n(zt).text);
            },
            [
              () => n(l) === "top" ? U(n(he), Ht) : void 0,
              () => n(l) === "top" ? `color-mix(in srgb, var(--bar) ${Math.round(100 * Math.sqrt(n(zt).value))}%, transparent)` : Ut(n(zt).value / n(A), !1),
              () => n(l) === "top" ? null : oa(n(zt).value / n(A), !1)
            ]
          ), je("mouseenter", Lt, () => t().hoverPlace = n(he)), je("mouseleave", Lt, () => t().hoverPlace = null), re("click", Lt, () => {
            t().takePlace(n(he)), t().lensLayer = Ht;
          }), m(ct, Lt);
        }), $(
          (ct) => {
            Le = Jt(Ae, 1, "lens-row", null, Le, {
              current: n(he) === t().shownPlace,
              focus: n(he) === t().at
            }), oe(Ae, "data-row", n(he)), ze = Je(Ae, "", ze, { top: `${n(he) * h}px` }), L(xt, n(he)), L(_t, ` ${ct ?? ""}`);
          },
          [() => vt(e.study.label(n(he)))]
        ), re("click", Qe, () => t().takePlace(n(he))), m(_e, Ae);
      }), an(ge, (_e) => E(p, _e), () => n(p)), $(() => {
        L(j, n(a).about.layers[n(o)]), oe(S, "max", n(i)[0] - 1), Vs(S, n(o)), oe(ge, "aria-label", `Lens table: ${n(y) ?? ""} positions by ${n(i)[0] ?? ""} layers. Arrow keys move.`), fe = Je(ge, "", fe, { "--columns": n(i)[0] }), $e = Je(Ne, "", $e, { height: `${n(y) * h}px` });
      }), je("submit", O, x), wt(G, () => n(u), (_e) => E(u, _e)), re("input", S, (_e) => {
        t().lensLayer = Number(_e.currentTarget.value), t().paint !== "word" && (t().paint = "top");
      }), je("scroll", ge, () => E(g, n(p).scrollTop, !0)), re("keydown", ge, X), xa(ge, "clientHeight", (_e) => E(_, _e)), m(I, V);
    };
    z(T, (I) => {
      n(a) && I(F);
    });
  }
  m(r, ce), pt();
}
Ot(["click", "input", "keydown"]);
var nc = /* @__PURE__ */ k("<td><span> </span> <small> </small></td>"), ac = /* @__PURE__ */ k('<tr><th scope="row"> </th><!></tr>'), sc = /* @__PURE__ */ k('<h3> <small> </small></h3> <div class="reading"><table><caption class="hidden"> </caption><thead><tr><th scope="col">layer</th><th scope="col">says</th><th scope="col" colspan="2">and then</th></tr></thead><tbody></tbody></table></div>', 1);
function ic(r, e) {
  ht(e, !0);
  const t = /* @__PURE__ */ H(() => e.session.shownPlace ?? e.session.at), a = /* @__PURE__ */ H(() => {
    if (!e.lens) return [];
    const { ids: l, probs: u, positions: f } = e.lens.arrays, [h, p, g] = l.shape;
    let _ = n(t);
    return f.data[_] !== n(t) && (_ = Array.prototype.indexOf.call(f.data, n(t))), _ < 0 || _ >= p ? [] : Array.from({ length: h }, (y, N) => ({
      layer: e.lens.about.layers[N],
      top: Array.from({ length: Math.min(3, g) }, (v, A) => {
        const M = (N * p + _) * g + A;
        return {
          text: e.lens.about.strings[l.data[M]],
          p: u.data[M],
          id: e.lens.arrays.tokens.data[l.data[M]]
        };
      })
    })).reverse();
  });
  var s = xr(), i = Oe(s);
  {
    var o = (l) => {
      var u = sc(), f = Oe(u), h = w(f), p = c(h), g = K(p), _ = c(f, 2), y = w(_), N = w(y), v = K(N), A = c(N, 2);
      Me(A, 21, () => n(a), ({ layer: M, top: U }) => M, (M, U) => {
        let ee = () => n(U).layer, le = () => n(U).top;
        var B = ac(), x = w(B), q = K(x, !0), X = c(x);
        Me(X, 17, le, He, (P, D, te) => {
          let ce = () => n(D).text, Y = () => n(D).p, pe = () => n(D).id;
          var J = xr(), T = Oe(J);
          {
            var F = (I) => {
              var V = nc();
              let de, O;
              var Q = w(V), G = K(Q, !0), W = c(Q, 2), se = K(W, !0);
              $(
                (ie, me) => {
                  de = Jt(V, 1, "", null, de, { target: e.session.target?.id === pe() }), O = Je(V, "", O, { "--share": `${100 * Y()}%` }), L(G, ie), L(se, me);
                },
                [() => vt(ce()), () => Gt(Y())]
              ), m(I, V);
            };
            z(T, (I) => {
              te < 3 && I(F);
            });
          }
          m(P, J);
        }), $(() => L(q, ee())), m(M, B);
      }), $(
        (M) => {
          L(h, `${e.session.shownPlace === null ? "The focus says" : "This token says"} `), L(g, `${M ?? ""}, by layer`), oe(_, "data-reading", n(t)), L(v, `Most probable tokens at position ${n(t) ?? ""}, layer by layer`);
        },
        [() => e.study.label(n(t))]
      ), m(l, u);
    };
    z(i, (l) => {
      n(a).length && l(o);
    });
  }
  m(r, s), pt();
}
var Za = /* @__PURE__ */ k('<button type="button"> </button>'), oc = /* @__PURE__ */ k('<div class="chips" role="group" aria-label="Which image"></div>'), lc = /* @__PURE__ */ k('<div class="chips" role="group" aria-label="Which view"><button type="button">tiles</button> <button type="button">global view</button></div>'), uc = /* @__PURE__ */ k('<label class="grow"> <input type="range" min="0"/></label>'), cc = /* @__PURE__ */ k('<div class="row"><!> <!> <!></div>'), fc = /* @__PURE__ */ k('<img alt=""/>'), dc = /* @__PURE__ */ k('<div><div class="stage"><!> <div class="over" role="application" tabindex="0"><canvas></canvas></div></div></div> <div class="row tools"><div class="chips" role="group" aria-label="Tool"></div> <label class="zoom">zoom <input type="range" min="1" max="6" step="0.5" aria-label="Zoom"/></label></div>', 1), vc = /* @__PURE__ */ k('<p class="fine">Tokens of this image stand for no place in it, so there is no map; the strip below shows them in their order.</p>'), hc = /* @__PURE__ */ k('<p class="legend"><span> </span><span class="ramp"></span><span> </span><span class="label"> </span></p>'), pc = /* @__PURE__ */ k('<p class="fine"> <button type="button" class="link">clear</button></p>'), _c = /* @__PURE__ */ k('<div class="stage-box"><!> <!> <!> <p class="fine readout" role="status"> </p> <!></div>');
function ei(r, e) {
  ht(e, !0);
  let t = Ve(e, "session", 7), a = Ve(e, "name", 3, "Image"), s = /* @__PURE__ */ R(0), i = /* @__PURE__ */ R(0), o = /* @__PURE__ */ R(!1), l = /* @__PURE__ */ R(1), u = /* @__PURE__ */ R("point"), f = /* @__PURE__ */ R(void 0), h = /* @__PURE__ */ R(0), p = /* @__PURE__ */ R(0), g = /* @__PURE__ */ R([]);
  const _ = /* @__PURE__ */ H(() => e.study.images[Math.min(n(s), e.study.images.length - 1)]), y = /* @__PURE__ */ H(() => n(_)?.size ?? [1, 1]), N = /* @__PURE__ */ H(() => e.study.tokens.filter((d) => d.kind === "image" && d.image === Math.min(n(s), e.study.images.length - 1))), v = /* @__PURE__ */ H(() => [...new Set(n(N).map((d) => d.frame))].filter((d) => d >= 0)), A = /* @__PURE__ */ H(() => [...new Set(n(N).map((d) => d.global))]), M = /* @__PURE__ */ H(() => n(N).filter((d) => d.box && (n(v).length ? d.frame === n(v)[Math.min(n(i), n(v).length - 1)] : n(A).length < 2 || d.global === n(o)))), U = /* @__PURE__ */ H(() => n(_) ? n(_).frames[Math.min(
    n(v).length ? Math.floor(Math.min(n(i), n(v).length - 1) / n(v).length * n(_).frames.length) : 0,
    n(_).frames.length - 1
  )] : null), ee = /* @__PURE__ */ H(() => n(_) && n(U) ? n(_).frames.indexOf(n(U)) : 0), le = /* @__PURE__ */ H(() => new Map(n(M).map((d) => [d.position, d]))), B = /* @__PURE__ */ H(() => n(h) ? n(h) / n(y)[0] : 0);
  Yt(() => {
    const d = t().place === null ? null : e.study.tokens[t().place];
    d?.kind === "image" && (E(s, d.image, !0), d.frame >= 0 && E(
      i,
      [
        ...new Set(e.study.tokens.filter((j) => j.image === d.image && j.frame >= 0).map((j) => j.frame))
      ].indexOf(d.frame),
      !0
    ), E(o, d.global, !0));
  });
  function x() {
    if (!n(f) || !n(B)) return;
    const d = devicePixelRatio || 1, j = n(h) * n(y)[1] / n(y)[0];
    (n(f).width !== Math.round(n(h) * d) || n(f).height !== Math.round(j * d)) && (n(f).width = Math.round(n(h) * d), n(f).height = Math.round(j * d));
    const S = n(f).getContext("2d");
    S.setTransform(d * n(B), 0, 0, d * n(B), 0, 0), S.clearRect(0, 0, n(y)[0], n(y)[1]);
    const ne = 1 / n(B);
    if (e.painting) {
      S.globalAlpha = e.painting.texts ? 0.55 : 0.72;
      for (const { position: ae, box: ve } of n(M)) {
        const we = e.painting.values[ae] ?? NaN;
        Number.isNaN(we) || (S.fillStyle = Ut(we / e.painting.high, e.painting.signed), S.fillRect(ve[0], ve[1], ve[2] - ve[0], ve[3] - ve[1]));
      }
      S.globalAlpha = 1, e.painting.texts && n(M).length <= 900 && X(S);
    } else if (n(M).length <= 4e3) {
      S.strokeStyle = "rgba(255,255,255,.28)", S.lineWidth = ne;
      for (const { box: ae } of n(M)) S.strokeRect(ae[0], ae[1], ae[2] - ae[0], ae[3] - ae[1]);
    }
    for (const ae of t().selected) q(S, ae, "#14e0c0", 2);
    t().place !== null && q(S, t().place, "#fff", 3), t().hoverPlace !== null && q(S, t().hoverPlace, "#ffe14d", 2), n(g).length > 1 && (S.strokeStyle = "#14e0c0", S.lineWidth = 2 * ne, S.beginPath(), n(u) === "box" ? S.rect(n(g)[0][0], n(g)[0][1], n(g).at(-1)[0] - n(g)[0][0], n(g).at(-1)[1] - n(g)[0][1]) : n(g).forEach(([ae, ve], we) => we ? S.lineTo(ae, ve) : S.moveTo(ae, ve)), S.stroke());
  }
  function q(d, j, S, ne) {
    const ae = n(le).get(j)?.box;
    if (ae)
      for (const [ve, we] of [["#000", 2], [S, 0]])
        d.strokeStyle = ve, d.lineWidth = (ne + we) / n(B), d.strokeRect(ae[0], ae[1], ae[2] - ae[0], ae[3] - ae[1]);
  }
  function X(d) {
    d.textAlign = "center", d.textBaseline = "middle", d.fillStyle = "#fff", d.strokeStyle = "#000";
    for (const { position: j, box: S } of n(M)) {
      const ne = vt(e.painting.texts[j] ?? "").slice(0, 12), ae = S[2] - S[0], ve = S[3] - S[1], we = Math.min(ve * 0.42, ae * 1.5 / Math.max(2, ne.length));
      d.font = `600 ${we}px system-ui, sans-serif`, d.lineWidth = we / 6, d.strokeText(ne, (S[0] + S[2]) / 2, (S[1] + S[3]) / 2, ae), d.fillText(ne, (S[0] + S[2]) / 2, (S[1] + S[3]) / 2, ae);
    }
  }
  Yt(x);
  function P(d) {
    const j = n(f).getBoundingClientRect();
    return [
      (d.clientX - j.left) / j.width * n(y)[0],
      (d.clientY - j.top) / j.height * n(y)[1]
    ];
  }
  const D = ([d, j]) => n(M).find(({ box: S }) => d >= S[0] && d < S[2] && j >= S[1] && j < S[3]);
  function te(d) {
    const j = P(d);
    if (n(g).length) {
      E(g, [...n(g), j]);
      return;
    }
    const S = D(j);
    t().hoverPlace = S?.position ?? null;
  }
  function ce(d) {
    n(u) === "point" || d.button || (n(f).setPointerCapture(d.pointerId), E(g, [P(d)]));
  }
  function Y(d) {
    const j = P(d);
    if (n(u) === "point") {
      const ne = D(j);
      ne && (d.shiftKey || d.ctrlKey || d.metaKey) ? t().toggle([ne.position], "flip") : ne && t().takePlace(t().place === ne.position ? null : ne.position);
      return;
    }
    if (!n(g).length) return;
    const S = n(M).filter(({ box: ne }) => pe((ne[0] + ne[2]) / 2, (ne[1] + ne[3]) / 2, ne)).map((ne) => ne.position);
    t().toggle(S, d.shiftKey ? "add" : "set"), E(g, []);
  }
  function pe(d, j, S) {
    const [ne, ae] = [n(g)[0], n(g).at(-1)];
    if (n(u) === "box") {
      const [we, ge] = [Math.min(ne[0], ae[0]), Math.max(ne[0], ae[0])], [fe, ye] = [Math.min(ne[1], ae[1]), Math.max(ne[1], ae[1])];
      return S[2] > we && S[0] < ge && S[3] > fe && S[1] < ye;
    }
    if (n(u) === "brush") return n(g).some(([we, ge]) => we >= S[0] && we < S[2] && ge >= S[1] && ge < S[3]);
    let ve = !1;
    for (let we = 0, ge = n(g).length - 1; we < n(g).length; ge = we++) {
      const [fe, ye] = n(g)[we], [xe, Ne] = n(g)[ge];
      ye > j != Ne > j && d < (xe - fe) * (j - ye) / (Ne - ye) + fe && (ve = !ve);
    }
    return ve;
  }
  function J(d) {
    const j = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1]
    }[d.key], S = t().shownPlace === null ? null : n(le).get(t().shownPlace);
    if (j) {
      d.preventDefault();
      const ne = S ? T(S, j) : n(M)[0];
      ne && (t().hoverPlace = ne.position);
    } else (d.key === "Enter" || d.key === " ") && t().shownPlace !== null ? (d.preventDefault(), d.shiftKey ? t().toggle([t().shownPlace], "flip") : t().takePlace(t().shownPlace)) : (d.key === "r" || d.key === "c") && S && t().toggle(n(M).filter((ne) => d.key === "r" ? ne.row === S.row : ne.column === S.column).map((ne) => ne.position), "add");
  }
  function T(d, [j, S]) {
    const ne = (fe) => [
      (fe.box[0] + fe.box[2]) / 2,
      (fe.box[1] + fe.box[3]) / 2
    ], [ae, ve] = ne(d);
    let we, ge = 1 / 0;
    for (const fe of n(M)) {
      const [ye, xe] = ne(fe), Ne = (ye - ae) * j + (xe - ve) * S, $e = Math.abs((ye - ae) * S) + Math.abs((xe - ve) * j);
      Ne > 0.01 && Ne + 3 * $e < ge && ([we, ge] = [fe, Ne + 3 * $e]);
    }
    return we;
  }
  const F = /* @__PURE__ */ H(() => {
    const d = t().shownPlace, j = d === null ? null : e.study.tokens[d];
    if (!j) return "Point at a token, click to keep it, Esc lets go.";
    const S = e.painting?.values[d], ne = j.box ? `, pixels ${j.box.map((ae) => Math.round(ae)).join(", ")}` : "";
    return `Token ${d}: ${JSON.stringify(e.study.label(d))}${ne}${S === void 0 || Number.isNaN(S) ? "" : ` · ${Xt(S)}`}`;
  });
  Yt(() => {
    e.onexport?.({
      name: "image",
      svg: () => Gs(
        n(y)[0],
        n(y)[1],
        n(M).map((d) => ({
          box: d.box,
          fill: e.painting ? Ut((e.painting.values[d.position] ?? NaN) / e.painting.high, e.painting.signed) : "none",
          text: e.painting?.texts?.[d.position] ?? ""
        })),
        e.painting?.label ?? ""
      ),
      csv: () => [
        ["position", "row", "column", "x1", "y1", "x2", "y2", "value"],
        ...n(M).map((d) => [
          d.position,
          d.row,
          d.column,
          ...d.box,
          e.painting?.values[d.position] ?? ""
        ])
      ]
    });
  });
  var I = _c(), V = w(I);
  {
    var de = (d) => {
      var j = cc(), S = w(j);
      {
        var ne = (fe) => {
          var ye = oc();
          Me(ye, 21, () => e.study.images, He, (xe, Ne, $e) => {
            var _e = Za(), Ce = K(_e);
            $(() => {
              oe(_e, "aria-pressed", n(s) === $e), L(Ce, `${n(Ne).kind === "video" ? "video" : "image"} ${$e + 1}`);
            }), re("click", _e, () => E(s, $e, !0)), m(xe, _e);
          }), m(fe, ye);
        };
        z(S, (fe) => {
          e.study.images.length > 1 && fe(ne);
        });
      }
      var ae = c(S, 2);
      {
        var ve = (fe) => {
          var ye = lc(), xe = w(ye), Ne = c(xe, 2);
          $(() => {
            oe(xe, "aria-pressed", !n(o)), oe(Ne, "aria-pressed", n(o));
          }), re("click", xe, () => E(o, !1)), re("click", Ne, () => E(o, !0)), m(fe, ye);
        };
        z(ae, (fe) => {
          n(A).length > 1 && fe(ve);
        });
      }
      var we = c(ae, 2);
      {
        var ge = (fe) => {
          var ye = uc(), xe = w(ye), Ne = c(xe);
          $(
            ($e) => {
              L(xe, `frame ${$e ?? ""} of ${n(v).length ?? ""} `), oe(Ne, "max", n(v).length - 1);
            },
            [() => Math.min(n(i), n(v).length - 1) + 1]
          ), wt(Ne, () => n(i), ($e) => E(i, $e)), m(fe, ye);
        };
        z(we, (fe) => {
          n(v).length && fe(ge);
        });
      }
      m(d, j);
    };
    z(V, (d) => {
      (e.study.images.length > 1 || n(v).length || n(A).length > 1) && d(de);
    });
  }
  var O = c(V, 2);
  {
    var Q = (d) => {
      var j = dc(), S = Oe(j);
      let ne;
      var ae = w(S);
      let ve;
      var we = w(ae);
      {
        var ge = (Ee) => {
          var he = fc();
          let Ae, Le;
          $(
            (ze) => {
              oe(he, "src", ze), Ae = Jt(he, 1, "", null, Ae, { dim: e.painting }), Le = Je(he, "", Le, {
                left: `${100 * n(U).area[0] / n(y)[0]}%`,
                top: `${100 * n(U).area[1] / n(y)[1]}%`,
                width: `${100 * (n(U).area[2] - n(U).area[0]) / n(y)[0]}%`,
                height: `${100 * (n(U).area[3] - n(U).area[1]) / n(y)[1]}%`
              });
            },
            [
              () => t().source.pictureUrl(e.study.id, Math.min(n(s), e.study.images.length - 1), n(ee))
            ]
          ), je("load", he, () => _o(p)), m(Ee, he);
        };
        z(we, (Ee) => {
          n(U) && Ee(ge);
        });
      }
      var fe = c(we, 2);
      let ye;
      var xe = w(fe);
      an(xe, (Ee) => E(f, Ee), () => n(f));
      var Ne = c(S, 2), $e = w(Ne);
      Me($e, 20, () => ["point", "box", "brush", "lasso"], He, (Ee, he) => {
        var Ae = Za(), Le = K(Ae, !0);
        $(() => {
          oe(Ae, "aria-pressed", n(u) === he), L(Le, he);
        }), re("click", Ae, () => E(u, he, !0)), m(Ee, Ae);
      });
      var _e = c($e, 2), Ce = c(w(_e));
      $(() => {
        ne = Jt(S, 1, "scroller", null, ne, { zoomed: n(l) > 1 }), ve = Je(ae, "", ve, {
          width: `${100 * n(l)}%`,
          "max-width": n(l) === 1 ? `min(100%, calc(58vh * ${n(y)[0] / n(y)[1]}))` : "none"
        }), oe(fe, "aria-label", `${a() ?? ""}: ${n(M).length ?? ""} tokens. Arrow keys move between tokens, Enter keeps one, Shift and Enter adds it to the selection, r and c add its row or column, Escape lets go.`), oe(fe, "data-stage", a()), ye = Je(fe, "", ye, {
          "aspect-ratio": `${n(y)[0] ?? ""} / ${n(y)[1] ?? ""}`
        });
      }), re("keydown", fe, J), re("pointermove", xe, te), re("pointerdown", xe, ce), re("pointerup", xe, Y), je("pointerleave", xe, () => t().hoverPlace = null), xa(ae, "clientWidth", (Ee) => E(h, Ee)), wt(Ce, () => n(l), (Ee) => E(l, Ee)), m(d, j);
    }, G = (d) => {
      var j = vc();
      m(d, j);
    };
    z(O, (d) => {
      n(_) && n(M).length ? d(Q) : e.study.images.length && d(G, 1);
    });
  }
  var W = c(O, 2);
  {
    var se = (d) => {
      var j = hc(), S = w(j), ne = K(S, !0), ae = c(S);
      let ve;
      var we = c(ae), ge = K(we, !0), fe = c(we), ye = K(fe, !0);
      $(
        (xe, Ne, $e) => {
          L(ne, xe), ve = Je(ae, "", ve, { background: Ne }), L(ge, $e), L(ye, e.painting.label);
        },
        [
          () => e.painting.signed ? `−${Xt(e.painting.high)}` : "0",
          () => dl(e.painting.signed),
          () => Xt(e.painting.high)
        ]
      ), m(d, j);
    };
    z(W, (d) => {
      e.painting && d(se);
    });
  }
  var ie = c(W, 2), me = K(ie, !0), ke = c(ie, 2);
  {
    var Re = (d) => {
      var j = pc(), S = w(j), ne = c(S);
      $(() => L(S, `${t().selected.size ?? ""} tokens selected `)), re("click", ne, () => t().toggle([])), m(d, j);
    };
    z(ke, (d) => {
      t().selected.size && d(Re);
    });
  }
  $(() => L(me, n(F))), m(r, I), pt();
}
Ot([
  "click",
  "keydown",
  "pointermove",
  "pointerdown",
  "pointerup"
]);
class ti {
  constructor(e, t) {
    this.session = e, this.of = t;
    const a = (s, i) => new En(e, () => {
      const o = t(), l = o && i();
      return l ? { study: o, name: s, asked: l } : null;
    });
    this.heads = a("heads", () => e.tabs.includes("attention") ? { focus: e.at } : null), this.lens = a("lens", () => e.tabs.includes("lens") ? { top_k: 5 } : null), this.sources = a("sources", () => e.paint === "sources" && e.target ? {
      target: e.target.id,
      contrast: e.contrast?.id ?? null,
      focus: e.at
    } : null), this.words = a("words", () => this.followed.length && (e.tab === "lens" || e.paint === "word") ? { words: this.followed } : null), this.readers = a("readers", () => e.paint === "readers" && e.place !== null ? { position: e.place } : null);
  }
  session;
  of;
  heads;
  sources;
  lens;
  words;
  readers;
  // The words that the lens follows: the user's, else the target.
  get followed() {
    return this.session.words.length ? this.session.words : this.session.target ? [this.session.target.id] : [];
  }
  get now() {
    const { session: e } = this, t = e.shownHead, a = this.of();
    if (!a) return null;
    const s = e.lensLayer ?? a.nLayers;
    switch (e.paint) {
      case "attention": {
        const i = this.heads.view;
        return i && t ? Br(Ct(i.arrays.weights, t.layer, t.head), a, `attention of L${t.layer}H${t.head} from ${JSON.stringify(a.label(i.about.focus))}`) : null;
      }
      case "sources": {
        const i = this.sources.view;
        return i && t ? Br(Ct(i.arrays.sources, t.layer, t.head), a, `logits that L${t.layer}H${t.head} adds from each token`, !0) : null;
      }
      case "readers": {
        const i = this.readers.view;
        return i && t ? Br(Ct(i.arrays.weights, t.layer, t.head), a, `how much each token looks at ${JSON.stringify(a.label(i.about.position))} in L${t.layer}H${t.head}`) : null;
      }
      case "word": {
        const i = this.words.view;
        if (!i) return null;
        const o = Br(Ct(i.arrays.probs, 0, Math.min(s, i.about.layers.length - 1)), a, `probability of “${i.about.words[0]}”, layer ${i.about.layers[Math.min(s, i.about.layers.length - 1)]}`);
        return { ...o, high: Math.max(o.high, 0.05) };
      }
      case "top": {
        const i = this.lens.view;
        if (!i) return null;
        const o = Math.min(s, i.about.layers.length - 1), l = Ct(i.arrays.ids, o), u = Ct(i.arrays.probs, o), f = i.arrays.ids.shape[2], h = i.arrays.ids.shape[1], p = new Float32Array(h), g = [];
        for (let _ = 0; _ < h; _++) {
          const y = i.arrays.positions.data[_];
          p[y] = u[_ * f], g[y] = i.about.strings[l[_ * f]];
        }
        return {
          values: p,
          texts: g,
          signed: !1,
          high: 1,
          label: `most probable word, layer ${i.about.layers[o]}`
        };
      }
      case "sweep":
        return e.sweep?.values ? Br(e.sweep.values, a, e.sweep.label, !0) : null;
    }
    return null;
  }
}
function Br(r, e, t, a = !1) {
  let s = 0, i = 0;
  for (let o = 0; o < r.length; o++) {
    const l = Math.abs(r[o]);
    l > i && (i = l), l > s && e.tokens[o]?.kind === "image" && (s = l);
  }
  return { values: r, texts: null, signed: a, high: s || i || 1, label: t };
}
var gc = /* @__PURE__ */ k("<option></option>"), mc = /* @__PURE__ */ k('<label class="fine">example <select><option>choose</option><!></select></label>'), bc = /* @__PURE__ */ k('<button type="button" class="link">close</button>'), yc = /* @__PURE__ */ k('<span class="error"> </span>'), wc = /* @__PURE__ */ k('<p>answers <b class="answer" data-second-answer=""> </b> <!></p> <!>', 1), kc = /* @__PURE__ */ k('<p class="fine">The same question about another image, beside the first: choose one to compare and to patch from.</p>'), xc = /* @__PURE__ */ k('<section class="card" aria-label="Second image"><div class="bar"><h2>Second image</h2> <span class="grow"></span> <!> <button type="button">file</button> <input type="file" accept="image/*" class="hidden" tabindex="-1" aria-hidden="true"/> <!></div> <!></section>');
function Ec(r, e) {
  ht(e, !0);
  let t = Ve(e, "session", 7), a = /* @__PURE__ */ R(void 0);
  const s = new ti(t(), () => t().second), i = /* @__PURE__ */ H(() => t().second);
  var o = xc(), l = w(o), u = c(w(l), 4);
  {
    var f = (A) => {
      var M = mc(), U = c(w(M)), ee = w(U);
      ee.value = ee.__value = "";
      var le = c(ee);
      Me(le, 17, () => ({ length: t().info.examples }), He, (x, q, X) => {
        var P = gc();
        P.textContent = X + 1;
        var D = {};
        $(
          (te) => {
            D !== (D = te) && (P.value = (P.__value = D) ?? "");
          },
          [() => String(X)]
        ), m(x, P);
      });
      var B;
      St(U), $(
        (x) => {
          B !== (B = x) && (U.value = (U.__value = B) ?? "", ya(U, B));
        },
        [
          () => t().secondExample === null ? "" : String(t().secondExample)
        ]
      ), re("change", U, (x) => {
        x.currentTarget.value && t().openSecond(Number(x.currentTarget.value));
      }), m(A, M);
    };
    z(u, (A) => {
      t().info?.examples && A(f);
    });
  }
  var h = c(u, 2), p = c(h, 2);
  an(p, (A) => E(a, A), () => n(a));
  var g = c(p, 2);
  {
    var _ = (A) => {
      var M = bc();
      re("click", M, () => {
        t().second = null, t().secondUpload = null, t().secondExample = null;
      }), m(A, M);
    };
    z(g, (A) => {
      n(i) && A(_);
    });
  }
  var y = c(l, 2);
  {
    var N = (A) => {
      var M = wc(), U = Oe(M), ee = c(w(U)), le = K(ee, !0), B = c(ee, 2);
      {
        var x = (X) => {
          var P = yc(), D = K(P);
          $(() => L(D, `It has ${n(i).nPrompt ?? ""} tokens and the first ${t().study.nPrompt ?? ""}: patching needs images of one size.`)), m(X, P);
        };
        z(B, (X) => {
          t().study && n(i).nPrompt !== t().study.nPrompt && X(x);
        });
      }
      var q = c(U, 2);
      ei(q, {
        get session() {
          return t();
        },
        get study() {
          return n(i);
        },
        get painting() {
          return s.now;
        },
        name: "Second image"
      }), $((X) => L(le, X), [
        () => n(i).answer.filter((X) => !X.ends).map((X) => vt(X.token.text)).join("")
      ]), m(A, M);
    }, v = (A) => {
      var M = kc();
      m(A, M);
    };
    z(y, (A) => {
      n(i) ? A(N) : A(v, -1);
    });
  }
  re("click", h, () => n(a)?.click()), re("change", p, (A) => {
    const M = A.currentTarget.files?.[0];
    M && t().openSecond(M), A.currentTarget.value = "";
  }), m(r, o), pt();
}
Ot(["change", "click"]);
var Sc = /* @__PURE__ */ k('<button type="button" class="token run"> </button>'), Ac = /* @__PURE__ */ k('<button type="button"> </button>'), Mc = /* @__PURE__ */ k('<button type="button" class="link">fold image tokens</button>'), Nc = /* @__PURE__ */ k('<p class="fine"><button type="button" class="small"> </button></p>'), Pc = /* @__PURE__ */ k('<div class="strip" role="group" aria-label="Tokens of the prompt"><!> <!></div> <!>', 1);
function Tc(r, e) {
  ht(e, !0);
  let t = Ve(e, "session", 7), a = /* @__PURE__ */ R(!1);
  const s = /* @__PURE__ */ H(() => e.study.images.some((y) => !y.boxed)), i = /* @__PURE__ */ H(() => {
    const y = [], N = e.study.tokens.map((v) => ({
      position: v.position,
      text: v.text,
      image: v.kind === "image"
    }));
    e.study.answer.slice(0, -1).forEach((v, A) => N.push({
      position: e.study.nPrompt + A,
      text: v.token.text,
      image: !1
    }));
    for (const { position: v, text: A, image: M } of N) {
      const U = y.at(-1);
      M && !n(a) && !n(s) && U && U.count > 0 && U.position + U.count === v ? U.count++ : y.push({
        position: v,
        text: A,
        count: M && !n(a) && !n(s) ? 1 : 0
      });
    }
    return y;
  }), o = (y) => {
    if (!e.painting || e.painting.texts) return NaN;
    let N = 0;
    for (let v = 0; v < Math.max(1, y.count); v++) N += e.painting.values[y.position + v] ?? 0;
    return y.position < e.painting.values.length ? N : NaN;
  };
  var l = Pc(), u = Oe(l), f = w(u);
  Me(f, 17, () => n(i), (y) => y.position, (y, N) => {
    const v = /* @__PURE__ */ H(() => o(n(N))), A = /* @__PURE__ */ H(() => Math.max(-1, Math.min(1, n(v) / (e.painting?.high ?? 1))));
    var M = xr(), U = Oe(M);
    {
      var ee = (B) => {
        var x = Sc();
        let q;
        var X = K(x);
        $(
          (P, D, te) => {
            oe(x, "title", `${n(N).count ?? ""} image tokens${P ?? ""}: show each`), q = Je(x, "", q, { background: D, color: te }), L(X, `▦ ${n(N).count ?? ""}`);
          },
          [
            () => Number.isNaN(n(v)) ? "" : `, in all ${Xt(n(v))}`,
            () => Number.isNaN(n(v)) ? null : Ut(Math.max(-1, Math.min(1, n(v))), e.painting.signed),
            () => Number.isNaN(n(v)) ? null : oa(Math.max(-1, Math.min(1, n(v))), e.painting.signed)
          ]
        ), re("click", x, () => E(a, !0)), m(B, x);
      }, le = (B) => {
        var x = Ac();
        let q, X;
        var P = K(x, !0);
        $(
          (D, te, ce, Y, pe) => {
            q = Jt(x, 1, "token", null, q, {
              focus: t().at === n(N).position,
              place: t().shownPlace === n(N).position,
              chosen: D
            }), oe(x, "title", `token ${n(N).position ?? ""}${te ?? ""}. Click to read it, Alt and click to make it the focus, Shift and click to select it.`), X = Je(x, "", X, { background: ce, color: Y }), L(P, pe);
          },
          [
            () => t().selected.has(n(N).position),
            () => Number.isNaN(n(v)) ? "" : `: ${Xt(n(v))}`,
            () => Number.isNaN(n(v)) ? null : Ut(n(A), e.painting.signed),
            () => Number.isNaN(n(v)) ? null : oa(n(A), e.painting.signed),
            () => vt(n(N).text)
          ]
        ), je("pointerenter", x, () => t().hoverPlace = n(N).position), je("pointerleave", x, () => t().hoverPlace = null), re("click", x, (D) => {
          D.altKey ? t().focus = n(N).position : D.shiftKey ? t().toggle([n(N).position], "flip") : t().takePlace(t().place === n(N).position ? null : n(N).position);
        }), m(B, x);
      };
      z(U, (B) => {
        n(N).count ? B(ee) : B(le, -1);
      });
    }
    m(y, M);
  });
  var h = c(f, 2);
  {
    var p = (y) => {
      var N = Mc();
      re("click", N, () => E(a, !1)), m(y, N);
    };
    z(h, (y) => {
      n(a) && y(p);
    });
  }
  var g = c(u, 2);
  {
    var _ = (y) => {
      var N = Nc(), v = w(N), A = K(v);
      $(() => L(A, `make token ${t().place ?? ""} the focus`)), re("click", v, () => {
        t().focus = t().place;
      }), m(y, N);
    };
    z(g, (y) => {
      t().place !== null && t().place !== t().at && y(_);
    });
  }
  m(r, l), pt();
}
Ot(["click"]);
var Oc = /* @__PURE__ */ k('<button type="button" class="small">save as page</button>'), Lc = /* @__PURE__ */ k('<button type="button" class="small"> </button>'), Rc = /* @__PURE__ */ k('<div class="message" role="alert"> <button type="button" class="link">close</button></div>'), Cc = /* @__PURE__ */ k("<option>attention of the head</option><option>what the head adds</option><option>who looks at the token</option>", 1), $c = /* @__PURE__ */ k("<option>lens: a word</option><option>lens: most probable</option>", 1), Ic = /* @__PURE__ */ k("<option>sweep</option>"), jc = /* @__PURE__ */ k('<select aria-label="What is painted on the image"><option>grid only</option><!><!><!></select>'), Dc = /* @__PURE__ */ k('<p class="error" role="alert"> </p>'), Fc = /* @__PURE__ */ k('<section class="card" aria-label="Image and tokens"><!> <!> <!> <!> <!></section>'), Uc = /* @__PURE__ */ k('<p class="message" role="status">All views show the changed model. <button type="button" class="link">back to the unchanged one</button></p>'), Hc = /* @__PURE__ */ k('<button type="button" role="tab" aria-controls="panel"> </button>'), zc = /* @__PURE__ */ k("<!> <!>", 1), Bc = /* @__PURE__ */ k('<!> <div class="tabs" role="tablist" aria-label="Views"></div> <div role="tabpanel" id="panel"><!> <!> <!> <!></div>', 1), qc = /* @__PURE__ */ k('<section class="card empty"><h2>Ask something about an image</h2> <ol><li>Click a token of the answer: which heads wrote it?</li> <li>Click a head: where does it look?</li> <li>Click a patch: what does it say there, layer by layer?</li></ol> <p class="fine">Then change something, and see the answer change. Nothing leaves this machine.</p></section>'), Wc = /* @__PURE__ */ k('<a class="skip" href="#views">Skip to the views</a> <header class="top"><p class="eyebrow">vlm_lens_native</p> <span class="grow"></span> <span class="fine busy" role="status"> </span> <!> <!></header> <!> <main class="page"><div class="side"><h1 class="hidden">Look inside a vision-language model</h1> <!> <!></div> <div class="views" id="views" tabindex="-1"><!></div></main>', 1);
function Vc(r, e) {
  ht(e, !0);
  let t = Ve(e, "session", 7);
  const a = new ti(t(), () => t().study), s = /* @__PURE__ */ H(() => t().study);
  let i = /* @__PURE__ */ R(null), o = /* @__PURE__ */ R("");
  const l = {
    attribution: "Attribution",
    attention: "Attention",
    lens: "Lens",
    causes: "Causes"
  };
  Yt(() => {
    t().write();
  }), Yt(() => {
    n(o) ? document.documentElement.dataset.theme = n(o) : delete document.documentElement.dataset.theme;
  });
  function u(T) {
    T.key === "Escape" && t().release();
  }
  function f(T) {
    const F = { ArrowLeft: -1, ArrowRight: 1 }[T.key];
    if (!F) return;
    T.preventDefault();
    const I = t().tabs, V = I[(I.indexOf(t().tab) + F + I.length) % I.length];
    t().tab = V, document.getElementById(`tab-${V}`)?.focus();
  }
  async function h() {
    n(s) && await t().during((async () => {
      const T = new Uint8Array(await (await fetch(`api/studies/${n(s).id}`)).arrayBuffer()), F = n(s).answer.filter((V) => !V.ends).map((V) => V.token.text).join("").trim(), I = await $l(n(s), T, (V, de) => t().source.pictureUrl(n(s).id, V, de), t().question, `${t().model}: ${F}`, t().tabs.filter((V) => V !== "causes"));
      hn("study.html", I, "text/html");
    })());
  }
  const p = /* @__PURE__ */ H(() => t().paint === "sources" ? a.sources.view?.about.code : t().paint === "readers" ? a.readers.view?.about.code : t().paint === "word" ? a.words.view?.about.code : t().paint === "top" ? a.lens.view?.about.code : t().paint === "attention" ? a.heads.view?.about.code : n(s)?.code), g = /* @__PURE__ */ H(() => a.sources.error || a.readers.error);
  var _ = Wc();
  je("keydown", wn, u);
  var y = Oe(_), N = c(y, 2), v = c(w(N), 4), A = K(v, !0), M = c(v, 2);
  {
    var U = (T) => {
      var F = Oc();
      re("click", F, h), m(T, F);
    };
    z(M, (T) => {
      n(s) && t().source.kind === "server" && T(U);
    });
  }
  var ee = c(M, 2);
  {
    var le = (T) => {
      var F = Lc(), I = K(F);
      $(() => L(I, `theme: ${(n(o) || "auto") ?? ""}`)), re("click", F, () => E(
        o,
        n(o) === "dark" ? "light" : n(o) === "light" ? "" : matchMedia("(prefers-color-scheme: dark)").matches ? "light" : "dark",
        !0
      )), m(T, F);
    };
    z(ee, (T) => {
      t().source.kind !== "kernel" && T(le);
    });
  }
  var B = c(N, 2);
  {
    var x = (T) => {
      var F = Rc(), I = w(F), V = c(I);
      $(() => L(I, `${t().message ?? ""} `)), re("click", V, () => t().message = ""), m(T, F);
    };
    z(B, (T) => {
      t().message && T(x);
    });
  }
  var q = c(B, 2), X = w(q), P = c(w(X), 2);
  Ol(P, {
    get session() {
      return t();
    }
  });
  var D = c(P, 2);
  {
    var te = (T) => {
      var F = Fc(), I = w(F);
      {
        let W = /* @__PURE__ */ H(() => n(p) ?? "");
        Er(I, {
          title: "Image",
          get code() {
            return n(W);
          },
          get exporter() {
            return n(i);
          },
          children: (se, ie) => {
            var me = jc(), ke = w(me);
            ke.value = ke.__value = "none";
            var Re = c(ke);
            {
              var d = (ge) => {
                var fe = Cc(), ye = Oe(fe);
                ye.value = ye.__value = "attention";
                var xe = c(ye);
                xe.value = xe.__value = "sources";
                var Ne = c(xe);
                Ne.value = Ne.__value = "readers", m(ge, fe);
              }, j = /* @__PURE__ */ H(() => t().tabs.includes("attention"));
              z(Re, (ge) => {
                n(j) && ge(d);
              });
            }
            var S = c(Re);
            {
              var ne = (ge) => {
                var fe = $c(), ye = Oe(fe);
                ye.value = ye.__value = "word";
                var xe = c(ye);
                xe.value = xe.__value = "top", m(ge, fe);
              }, ae = /* @__PURE__ */ H(() => t().tabs.includes("lens"));
              z(S, (ge) => {
                n(ae) && ge(ne);
              });
            }
            var ve = c(S);
            {
              var we = (ge) => {
                var fe = Ic();
                fe.value = fe.__value = "sweep", m(ge, fe);
              };
              z(ve, (ge) => {
                t().sweep && ge(we);
              });
            }
            St(me), Rt(me, () => t().paint, (ge) => t().paint = ge), m(se, me);
          },
          $$slots: { default: !0 }
        });
      }
      var V = c(I, 2);
      ei(V, {
        get session() {
          return t();
        },
        get study() {
          return n(s);
        },
        get painting() {
          return a.now;
        },
        onexport: (W) => E(i, W)
      });
      var de = c(V, 2);
      {
        var O = (W) => {
          var se = Dc(), ie = K(se, !0);
          $(() => L(ie, n(g))), m(W, se);
        };
        z(de, (W) => {
          n(g) && W(O);
        });
      }
      var Q = c(de, 2);
      Tc(Q, {
        get session() {
          return t();
        },
        get study() {
          return n(s);
        },
        get painting() {
          return a.now;
        }
      });
      var G = c(Q, 2);
      ic(G, {
        get session() {
          return t();
        },
        get study() {
          return n(s);
        },
        get lens() {
          return a.lens.view;
        }
      }), m(T, F);
    };
    z(D, (T) => {
      n(s) && T(te);
    });
  }
  var ce = c(X, 2), Y = w(ce);
  {
    var pe = (T) => {
      var F = Bc(), I = Oe(F);
      {
        var V = (d) => {
          var j = Uc(), S = c(w(j));
          re("click", S, () => {
            t().study = t().clean, t().clean = null;
          }), m(d, j);
        };
        z(I, (d) => {
          t().clean && d(V);
        });
      }
      var de = c(I, 2);
      Me(de, 21, () => t().tabs, He, (d, j) => {
        var S = Hc(), ne = K(S, !0);
        $(() => {
          oe(S, "id", `tab-${n(j) ?? ""}`), oe(S, "aria-selected", t().tab === n(j)), oe(S, "tabindex", t().tab === n(j) ? 0 : -1), L(ne, l[n(j)]);
        }), re("keydown", S, f), re("click", S, () => {
          t().tab = n(j), n(j) === "lens" && (t().paint === "none" || t().paint === "attention") && (t().paint = "top");
        }), m(d, S);
      });
      var O = c(de, 2), Q = w(O);
      {
        var G = (d) => {
          mu(d, {
            get session() {
              return t();
            },
            get study() {
              return n(s);
            }
          });
        };
        z(Q, (d) => {
          t().tab === "attribution" && d(G);
        });
      }
      var W = c(Q, 2);
      {
        var se = (d) => {
          iu(d, {
            get session() {
              return t();
            },
            get study() {
              return n(s);
            },
            get painted() {
              return a;
            }
          });
        };
        z(W, (d) => {
          t().tab === "attention" && d(se);
        });
      }
      var ie = c(W, 2);
      {
        var me = (d) => {
          rc(d, {
            get session() {
              return t();
            },
            get study() {
              return n(s);
            },
            get painted() {
              return a;
            }
          });
        };
        z(ie, (d) => {
          t().tab === "lens" && d(me);
        });
      }
      var ke = c(ie, 2);
      {
        var Re = (d) => {
          var j = zc(), S = Oe(j);
          Ec(S, {
            get session() {
              return t();
            }
          });
          var ne = c(S, 2);
          Bu(ne, {
            get session() {
              return t();
            },
            get study() {
              return n(s);
            }
          }), m(d, j);
        };
        z(ke, (d) => {
          t().tab === "causes" && d(Re);
        });
      }
      $(() => oe(O, "aria-labelledby", `tab-${t().tab ?? ""}`)), m(T, F);
    }, J = (T) => {
      var F = qc();
      m(T, F);
    };
    z(Y, (T) => {
      n(s) ? T(pe) : t().source.kind === "server" && T(J, 1);
    });
  }
  $(() => L(A, t().busy ? "working…" : "")), re("click", y, (T) => {
    T.preventDefault(), document.getElementById("views")?.focus();
  }), m(r, _), pt();
}
Ot(["click", "keydown"]);
function ri(r, e) {
  return r.classList.add("vlm"), zo(Vc, { target: r, props: { session: new Xl(e) } });
}
const Qa = document.querySelector("#app[data-start]");
if (Qa) {
  const r = document.getElementById("study")?.textContent;
  ri(Qa, r ? new Yl(JSON.parse(r)) : new Kl());
}
const Yc = {
  render({ model: r, el: e }) {
    const t = ri(e, new Jl(r));
    return () => qo(t);
  }
};
export {
  Yc as default,
  ri as start
};
