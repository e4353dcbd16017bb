/**
 * Which way imports go. The rooms and the reasons are in docs/architecture.md and local-org/ARCHITECTURE.md.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
const engine = '^local-org/src/(apex|data|dml|security|formula|flow|async)/';
const shells = '^local-org/src/(http|cli|lightning|testing)/';

/** Values of Apex and the exceptions that carry them, and what says that this org lacks something: plain objects without an org behind them. */
const values = '^local-org/src/apex/runtime/(blob|date|datetime|decimal|double|exceptions|id|list|sobject|time|unsupported)\\.ts$';

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other are one module, or lack the interface between them. (Types vanish before anything runs.)',
      severity: 'error',
      from: {},
      to: {circular: true, viaOnly: {dependencyTypesNot: ['type-only']}},
    },
    {
      name: 'no-orphans',
      comment: 'Nothing imports this module and it imports nothing: it is dead, or it should be wired in.',
      severity: 'error',
      from: {orphan: true, pathNot: ['\\.d\\.ts$', '\\.test\\.ts$', '^scripts/[^/]+\\.ts$', '^local-org/bin/', '\\.(mjs|cjs)$']},
      to: {},
    },
    {
      name: 'no-unresolvable',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: {},
      to: {couldNotResolve: true},
    },
    {
      name: 'declared-packages-only',
      comment: 'A package that is imported is declared in the package.json of the workspace that imports it.',
      severity: 'error',
      from: {},
      to: {dependencyTypes: ['npm-no-pkg', 'npm-unknown']},
    },
    {
      name: 'production-code-imports-no-tests',
      comment: 'Tests know the code, never the other way round.',
      severity: 'error',
      from: {pathNot: ['\\.test\\.ts$', '^local-org/test/', '^scripts/test-support/']},
      to: {path: ['\\.test\\.ts$', '^local-org/test/']},
    },
    {
      name: 'local-org-runs-any-project',
      comment: "local-org knows nothing of leads and lifecycles, and nothing of this project's scripts.",
      severity: 'error',
      from: {path: '^local-org/'},
      to: {path: '^(scripts|force-app|config|lwc-tests|docs)/'},
    },
    {
      name: 'scripts-use-the-package-entry',
      comment: 'Scripts reach an org as any client does. Import from "local-org", never from a path inside it.',
      severity: 'error',
      from: {path: '^(scripts|lwc-tests)/'},
      to: {path: '^local-org/', pathNot: ['^local-org/src/org\\.ts$', '^local-org/package\\.json$']},
    },
    {
      name: 'syntax-knows-no-meaning',
      comment: 'The Apex syntax layer imports diagnostics and itself.',
      severity: 'error',
      from: {path: '^local-org/src/apex/syntax/'},
      to: {path: '^local-org/src/', pathNot: ['^local-org/src/apex/syntax/', '^local-org/src/diagnostics']},
    },
    {
      name: 'one-parser-behind-one-layer',
      comment: 'Only the syntax layer and the SOQL parser see the parse tree of apex-parser; everybody else sees our AST.',
      severity: 'error',
      from: {path: '^local-org/src/', pathNot: ['^local-org/src/apex/syntax/']},
      to: {path: 'node_modules/@apexdevtools/'},
    },
    {
      name: 'compiler-does-not-know-the-runtime',
      comment: 'Semantics comes before code, and code before its execution.',
      severity: 'error',
      from: {path: '^local-org/src/apex/semantics/'},
      to: {path: ['^local-org/src/apex/(codegen|runtime|library)/', '^local-org/src/(dml|security|async|flow)/']},
    },
    {
      name: 'engine-knows-no-shell',
      comment: 'The engine is called by http, cli, lightning and testing; it never calls them, nor the composition root.',
      severity: 'error',
      from: {path: engine},
      to: {path: [shells, '^local-org/src/org\\.ts$'], dependencyTypesNot: ['type-only']},
    },
    {
      name: 'doors-go-through-org',
      comment:
        'http and cli reach the engine through org.ts; of its insides they see types, and the values that requests and answers are made of.',
      severity: 'error',
      from: {path: '^local-org/src/(http|cli)/'},
      to: {path: engine, pathNot: [values], dependencyTypesNot: ['type-only']},
    },
    {
      name: 'pure-layers-do-no-io',
      comment: 'What can be computed is computed without files, processes and sockets.',
      severity: 'error',
      from: {path: '^local-org/src/(apex/(syntax|codegen|runtime)|dml|formula|security)/'},
      to: {dependencyTypes: ['core'], path: '^(node:)?(fs|fs/promises|child_process|net|http|https|worker_threads)$'},
    },
  ],
  options: {
    doNotFollow: {path: 'node_modules'},
    exclude: {path: ['^local-org/conformance/']},
    tsConfig: {fileName: 'tsconfig.json'},
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
