import {
  DependencyManagerService,
  IDependencyManagerService,
  UniverFormulaEnginePlugin,
} from '@univerjs/engine-formula';

type Tree = Parameters<DependencyManagerService['addDependencyRTreeCache']>[0];

/**
 * Univer enters every formula's references again at every calculation, so that its memory grows. Here a formula that is
 * known already is not entered again: what a formula depends on is forgotten when it changes ({@link Engine}).
 */
class CachedDependencies extends DependencyManagerService {
  override addDependencyRTreeCache(tree: Tree): void {
    if (!this._allTreeMap.has(tree.treeId)) super.addDependencyRTreeCache(tree);
  }
}

/** Univer's formula engine with lasting dependencies. */
export class FormulaEnginePlugin extends UniverFormulaEnginePlugin {
  protected override _initializeWithOverride(): void {
    super._initializeWithOverride();
    this._injector.replace([IDependencyManagerService, { useClass: CachedDependencies }]);
  }
}
