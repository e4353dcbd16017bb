import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {acceptsStatements, bindValue, refusesStatements} from './bound.ts';

suite('arithmetic', () => {
  const table: readonly (readonly [type: string, expression: string, operandType: string])[] = [
    ['Integer', '7 / 2', 'Integer'],
    ['Long', '1 + 2L', 'Long'],
    ['Decimal', '1 + 2.5', 'Decimal'],
    ['Double', '1 * 2.5d', 'Double'],
    ['Decimal', '2.5d + 2.5', 'Decimal'],
    ['String', "1 + 'a'", 'String'],
    ['String', "null + 'a'", 'String'],
    ['Date', 'Date.today() + 1', 'Date'],
    ['Datetime', 'System.now() - 1.5', 'Datetime'],
    ['Time', 'Time.newInstance(1, 2, 3, 4) + 5', 'Time'],
    ['Boolean', 'true & false', 'Boolean'],
    ['Integer', '6 ^ 3', 'Integer'],
    ['Long', '6L << 3', 'Long'],
  ];
  for (const [type, expression, operandType] of table)
    test(`${expression} is an operation of ${operandType}`, () => {
      const value = bindValue(type, expression);
      assert.ok(value.kind === 'arithmetic');
      assert.equal(value.operandType, operandType);
    });
  test('operands are converted before they meet', () => {
    const value = bindValue('Long', '1 + 2L');
    assert.ok(value.kind === 'arithmetic');
    assert.deepEqual([value.left.kind, value.right.kind], ['convert', 'literal']);
  });

  refusesStatements([
    ['Object o = true + 1;', 'E302', 'Arithmetic expressions must use numeric arguments'],
    ["Object o = 'a' - 'b';", 'E302', 'Arithmetic expressions must use numeric arguments'],
    ['Object o = touch() + 1;', 'E302', 'Arithmetic expressions are not allowed on void types'],
    ['Object o = Date.today() + 1.5;', 'E310', 'Date expressions must use Integer or Long'],
    ['Object o = System.now() + 1L;', 'E310', 'Date/time expressions must use Integer or Double or Decimal'],
    ['Object o = 1 & true;', 'E306', '& operator can only be applied to Boolean expressions or to Integer or Long expressions'],
    ['Object o = 1.5 << 2;', 'E307', '<< operation can only be applied to Integer or Long types'],
    ['Object o = -true;', 'E308', 'Unary negation must use a numeric argument'],
    ['Object o = !1;', 'E308', '! operator can only be applied to boolean expressions'],
    ['Object o = ~1.5;', 'E308', 'Invalid type for bitwise negate: Decimal'],
    ['Object o = true && 1;', 'E305', 'Logical operator can only be applied to Boolean'],
    ["String s = 'a'; s++;", 'E308', 'Unary postfix increment/decrement can only be applied to numeric expressions: String'],
    ["String s = 'a'; ++s;", 'E308', 'Unary prefix increment can only be applied to numeric expressions: String'],
    ['Integer i = 2147483648;', 'E327', 'Illegal integer'],
    ['Integer i = -2147483648;', 'E327', 'Illegal integer'],
    ['Integer i = 1 + null;', 'E302', 'Arithmetic expressions must use numeric arguments'],
    ['Long l = 9223372036854775808L;', 'E327', 'Illegal long'],
  ]);
});

suite('a comparison', () => {
  const table: readonly (readonly [expression: string, operandType: string])[] = [
    ['1 == 1L', 'Long'],
    ['1 < 2.5', 'Decimal'],
    ["'a' == 'A'", 'String'],
    ['UserInfo.getUserId() == name', 'String'],
    ['new Lead().Id == name', 'Id'],
    ['Date.today() <= System.now()', 'Datetime'],
    ['Colour.RED == Colour.GREEN', 'Enum'],
    ['new Lead() == new Lead()', 'SObject'],
    ['this === this', 'Object'],
    ['name == null', 'String'],
    ["(Object) 1 == 'a'", 'Object'],
  ];
  for (const [expression, operandType] of table)
    test(`${expression} compares as ${operandType}`, () => {
      const value = bindValue('Boolean', expression);
      assert.ok(value.kind === 'compare');
      assert.equal(value.operandType, operandType);
    });

  refusesStatements([
    ['Boolean b = new Base() == this;', 'E303', 'Comparison arguments must be compatible types: Sample.Base, Sample'],
    ['Shape shape; Boolean b = shape == this;', 'E303', 'Comparison arguments must be compatible types: Sample.Shape, Sample'],
    ['Boolean b = 1 === 1L;', 'E303', 'Exact equality operator only allowed for reference types: Long'],
    ['Boolean b = name === UserInfo.getUserId();', 'E303', 'Exact equality operator only allowed for reference types: String'],
    ['Boolean b = this !== null;', 'E303', 'Comparison arguments must be compatible types: Sample, NULL'],
    ['Boolean b = null < 1;', 'E303', 'Comparison arguments must be compatible types: NULL, Integer'],
    ['Boolean b = true && null;', 'E303', 'Comparison arguments must be compatible types: Boolean, NULL'],
    ["Object o = 1 == 'a';", 'E303', 'Comparison arguments must be compatible types: Integer, String'],
    ['Object o = this == new Lead();', 'E303', 'Comparison arguments must be compatible types: Sample, Lead'],
    ['Object o = true < false;', 'E309', 'Inequality operator not allowed for this type: Boolean'],
    ['Object o = this > this;', 'E309', 'Inequality operator not allowed for this type: Sample'],
  ]);
});

suite('??, ?:, casts and instanceof', () => {
  acceptsStatements([
    'Decimal d = true ? 1 : 2.5; Object o = true ? null : name; Base b = true ? new Square() : new Base();',
    "String s = name ?? 'none'; Integer n = size ?? 0;",
    'Object o = 1; Integer i = (Integer) o; Long l = (Long) 1; Square s = (Square) new Base();',
    'Object o = 1; Boolean b = o instanceof Integer; Base base = new Base(); b = base instanceof Square; Shape shape = (Shape) base;',
    'Boolean b = new List<SObject>() instanceof List<Lead>; b = name instanceof Id; Shape shape = (Shape) this;',
    'Lead lead = [SELECT Id FROM Lead] ?? new Lead();',
    'SObject record = new Lead(); Lead lead = (Lead) record; List<SObject> records = new List<Lead>(); List<Lead> leads = records;',
  ]);
  refusesStatements([
    [
      "Object o = true ? new Lead() : (Object) 'a'; Lead lead = true ? new Lead() : 'a';",
      'E311',
      'Incompatible types in ternary operator: String, Lead',
    ],
    ['Object o = true ? new Lead() : new Account();', 'E311', 'Incompatible types in ternary operator: Account, Lead'],
    ['Object o = new Lead() ?? new Account();', 'E312', 'Incompatible types in null coalescing operator: Lead, Account'],
    [
      'Integer i = 1; Boolean b = i instanceof Decimal;',
      'E314',
      'Operation instanceof is always true since an instance of Integer is always an instance of Decimal',
    ],
    [
      'Boolean b = null instanceof String;',
      'E314',
      'Operation instanceof is always true since an instance of NULL is always an instance of String',
    ],
    ["Lead lead = new Lead() ?? 'a';", 'E312', 'Incompatible types in null coalescing operator: Lead, String'],
    ['Object o = 1 ? 2 : 3;', 'E304', 'Condition expression must be of type Boolean: Integer'],
    ["Integer i = (Integer) 'a';", 'E313', 'Incompatible types since an instance of String is never an instance of Integer'],
    [
      'Object o = new Lead() instanceof Account;',
      'E314',
      'Operation instanceof is always false since an instance of Lead is never an instance of Account',
    ],
    [
      'Object o = new Square() instanceof Base;',
      'E314',
      'Operation instanceof is always true since an instance of Sample.Square is always an instance of Sample.Base',
    ],
  ]);
});
