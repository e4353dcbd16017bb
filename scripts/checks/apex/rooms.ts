/**
 * The rooms of `force-app/main` and which of them each may use. The rules point one way, from the doors to the core
 * (docs/architecture.md): the doors and services stand on the gate, the gate on policy and ledger, everything on shared; what people
 * ask for is asked of security first.
 */
export const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  policy: ['security', 'shared'],
  ledger: ['signals', 'policy', 'security', 'shared'],
  gate: ['policy', 'ledger', 'shared'],
  signals: ['policy', 'security', 'shared'],
  lead: ['gate', 'signals', 'policy', 'ledger', 'security', 'shared'],
  inbox: ['gate', 'policy', 'ledger', 'security', 'shared'],
  review: ['gate', 'inbox', 'policy', 'ledger', 'security', 'shared'],
  decay: ['gate', 'inbox', 'signals', 'policy', 'ledger', 'security', 'shared'],
  api: ['inbox', 'review', 'decay', 'gate', 'signals', 'policy', 'ledger', 'security', 'shared'],
  console: ['api', 'inbox', 'review', 'gate', 'signals', 'policy', 'ledger', 'security', 'shared'],
  security: ['shared'],
};

/**
 * Classes that every room may use wherever they lie. The intent registry is where whoever writes a status says so
 * beforehand, and where the guard of the Lead looks it up: both sides need it, and it needs nobody. The arithmetic of decay
 * is asked by the nightly run, and by the ledger for the date that every change sets.
 */
export const OPEN_CLASSES: ReadonlySet<string> = new Set(['StatusWrite', 'DecayPolicy']);

/** In these rooms every class is pure, but for the shells named here. */
export const PURE_ROOMS: Readonly<Record<string, readonly string[]>> = {
  policy: ['PolicySelector', 'LifecycleSwitch'],
  gate: [
    ...['PromotionGate', 'ProposalChunk', 'PromotionWrite', 'LeadTurn', 'DecisionWrite', 'RetryLockedProposals'],
    ...['VisibleLeads', 'ProposalHistory', 'OpenProposals', 'RecentPromotions'],
  ],
};

/** Pure classes that live among others. */
export const PURE_CLASSES: ReadonlySet<string> = new Set([
  'LedgerCause',
  'PriorState',
  'RollbackCode',
  'RollbackItem',
  'RollbackPlan',
  'SignalScore',
  'SignalSummary',
  'DecayPolicy',
  'ComputedStage',
  'DecayDecision',
  'RunReport',
]);
