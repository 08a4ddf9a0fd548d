/**
 * Where Excel's builds differ, or nobody knows what Excel does: each point is a switch, and the product survives all its
 * positions. A test sets a switch of a running workbook; `docs/decisions` says which item of the self-check tells.
 */
export interface Behaviours {
  /** `protection.unprotect()` on a sheet that is not protected: office-js issue 6784 saw AccessDenied. */
  unprotectOpenSheet: 'ignored' | 'refused';
  /** Formulas read back where a function gives a range and one value is wanted, as after opening a file of another program. */
  implicitIntersection: 'hidden' | 'sign' | 'function';
}

/** As the documentation has it; where it says nothing, as most builds do. */
export function documentedBehaviours(): Behaviours {
  return {
    unprotectOpenSheet: 'ignored',
    implicitIntersection: 'hidden',
  };
}
