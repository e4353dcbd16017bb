/**
 * Name fields of standard objects of which otherwise only the signatures are known; null for those that have none (Object Reference, at each object: "Contract",
 * ContractNumber; "Order", OrderNumber; "Asset", "ListEmail", "Product2", "Pricebook2", Name; comments of cases have no name).
 */
export const standardNameFields: Readonly<Record<string, string | null>> = {
  Asset: 'Name',
  CaseComment: null,
  Contract: 'ContractNumber',
  ListEmail: 'Name',
  Order: 'OrderNumber',
  Pricebook2: 'Name',
  Product2: 'Name',
};
