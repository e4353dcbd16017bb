/**
 * Values of standard picklists in a new English org (Metadata API Developer Guide, "StandardValueSet Names and Standard Picklist Fields"; values as in
 * Salesforce Help, "Standard Picklist Fields", and the Object Reference). A standard value set in source replaces them whole.
 */
export const industries = [
  'Agriculture',
  'Apparel',
  'Banking',
  'Biotechnology',
  'Chemicals',
  'Communications',
  'Construction',
  'Consulting',
  'Education',
  'Electronics',
  'Energy',
  'Engineering',
  'Entertainment',
  'Environmental',
  'Finance',
  'Food & Beverage',
  'Government',
  'Healthcare',
  'Hospitality',
  'Insurance',
  'Machinery',
  'Manufacturing',
  'Media',
  'Not For Profit',
  'Other',
  'Recreation',
  'Retail',
  'Shipping',
  'Technology',
  'Telecommunications',
  'Transportation',
  'Utilities',
] as const;

export const salutations = ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.', 'Mx.'] as const;
export const ratings = ['Hot', 'Warm', 'Cold'] as const;
export const leadSources = ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'] as const;
export const leadStatuses = ['Open - Not Contacted', 'Working - Contacted', 'Closed - Converted', 'Closed - Not Converted'] as const;
export const accountTypes = [
  'Prospect',
  'Customer - Direct',
  'Customer - Channel',
  'Channel Partner / Reseller',
  'Installation Partner',
  'Technology Partner',
  'Other',
] as const;
/** Values that are known of each stage in a new org: its probability in percent, and its forecast category. */
export const opportunityStageFacts: Readonly<
  Record<(typeof opportunityStages)[number], readonly [probability: number, forecastCategory: string]>
> = {
  Prospecting: [10, 'Pipeline'],
  Qualification: [10, 'Pipeline'],
  'Needs Analysis': [20, 'Pipeline'],
  'Value Proposition': [50, 'Pipeline'],
  'Id. Decision Makers': [60, 'Pipeline'],
  'Perception Analysis': [70, 'Pipeline'],
  'Proposal/Price Quote': [75, 'Pipeline'],
  'Negotiation/Review': [90, 'Pipeline'],
  'Closed Won': [100, 'Closed'],
  'Closed Lost': [0, 'Omitted'],
};
export const opportunityStages = [
  'Prospecting',
  'Qualification',
  'Needs Analysis',
  'Value Proposition',
  'Id. Decision Makers',
  'Perception Analysis',
  'Proposal/Price Quote',
  'Negotiation/Review',
  'Closed Won',
  'Closed Lost',
] as const;
export const opportunityTypes = [
  'Existing Customer - Upgrade',
  'Existing Customer - Replacement',
  'Existing Customer - Downgrade',
  'New Customer',
] as const;
export const forecastCategories = ['Omitted', 'Pipeline', 'Best Case', 'Commit', 'Closed'] as const;
export const taskStatuses = ['Not Started', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred'] as const;
export const priorities = ['High', 'Normal', 'Low'] as const;
export const taskSubjects = ['Call', 'Email', 'Send Letter', 'Send Quote', 'Other'] as const;
export const eventSubjects = ['Call', 'Email', 'Meeting', 'Send Letter/Quote', 'Other'] as const;
export const caseStatuses = ['New', 'Working', 'Escalated', 'Closed'] as const;
export const casePriorities = ['High', 'Medium', 'Low'] as const;
export const caseOrigins = ['Phone', 'Email', 'Web'] as const;
export const caseTypes = ['Mechanical', 'Electrical', 'Electronic', 'Structural', 'Other'] as const;
export const caseReasons = [
  'Installation',
  'Equipment Complexity',
  'Performance',
  'Breakdown',
  'Equipment Design',
  'Feedback',
  'Other',
] as const;
export const campaignTypes = [
  'Conference',
  'Webinar',
  'Trade Show',
  'Public Relations',
  'Partners',
  'Referral Program',
  'Advertisement',
  'Banner Ads',
  'Direct Mail',
  'Email',
  'Telemarketing',
  'Other',
] as const;
export const campaignStatuses = ['Planned', 'In Progress', 'Completed', 'Aborted'] as const;
export const campaignMemberStatuses = ['Sent', 'Responded'] as const;
