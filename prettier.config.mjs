/** @type {import('prettier').Config} */
export default {
  plugins: ['prettier-plugin-apex', '@prettier/plugin-xml'],
  printWidth: 140,
  singleQuote: true,
  bracketSpacing: false,
  overrides: [
    {files: ['*.cls', '*.trigger', '*.apex'], options: {tabWidth: 4}},
    // Metadata keeps the form in which Salesforce retrieves it; text between tags is a value, so its white space stays.
    {
      files: '*.xml',
      options: {tabWidth: 4, printWidth: 100000, singleQuote: false, xmlWhitespaceSensitivity: 'preserve', xmlSelfClosingSpace: false},
    },
  ],
};
