import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Decimal} from '../../../src/apex/runtime/decimal.ts';
import {ApexDouble} from '../../../src/apex/runtime/double.ts';
import {call, fakeRuntime, raises} from './fake-runtime.ts';

const rt = fakeRuntime();

function decimal(text: string): Decimal {
  return Decimal.parse(text)!;
}

function double(value: number): ApexDouble {
  return new ApexDouble(value);
}

/** Class, member, arguments, text of the result: from the Apex Reference Guide's examples where it has any. */
const examples: readonly (readonly [string, string, readonly unknown[], string])[] = [
  ['Integer', 'format()', [1234567], '1,234,567'],
  ['Integer', 'format()', [-1234], '-1,234'],
  ['Integer', 'valueOf(String)', ['-012'], '-12'],
  ['Integer', 'valueOf(String)', ['+5'], '5'],
  ['Integer', 'valueOf(Object)', [decimal('3.9')], '3'],
  ['Long', 'format()', [4271990n], '4,271,990'],
  ['Long', 'intValue()', [4294967303n], '7'],
  ['Long', 'valueOf(String)', ['9223372036854775807'], '9223372036854775807'],
  ['Double', 'format()', [double(1261992)], '1,261,992'],
  ['Double', 'round()', [double(2.5)], '3'],
  ['Double', 'round()', [double(-2.5)], '-2'],
  ['Double', 'longValue()', [double(-421994.9)], '-421994'],
  ['Double', 'valueOf(String)', ['3.14159'], '3.14159'],
  ['Double', 'valueOf(String)', ['-2.347774E-10'], '-2.347774E-10'],
  ['Decimal', 'abs()', [decimal('-6.02214129')], '6.02214129'],
  ['Decimal', 'divide(Decimal,Integer)', [decimal('19'), decimal('100'), 3], '0.190'],
  ['Decimal', 'format()', [decimal('12345.6789')], '12,345.679'],
  ['Decimal', 'format()', [decimal('-1000.50')], '-1,000.5'],
  ['Decimal', 'format()', [decimal('0.0005')], '0'],
  ['Decimal', 'intValue()', [decimal('1.602176565')], '1'],
  ['Decimal', 'longValue()', [decimal('-12.5')], '-12'],
  ['Decimal', 'precision()', [decimal('123.45')], '5'],
  ['Decimal', 'scale()', [decimal('123.45')], '2'],
  ['Decimal', 'round()', [decimal('4.5')], '4'],
  ['Decimal', 'round()', [decimal('5.5')], '6'],
  ['Decimal', 'setScale(Integer)', [decimal('8.9875517873681764'), 2], '8.99'],
  ['Decimal', 'setScale(Integer)', [decimal('4000'), -3], '4E+3'],
  ['Decimal', 'toPlainString()', [decimal('1E-10')], '0.0000000001'],
  ['Decimal', 'valueOf(String)', ['12.4567'], '12.4567'],
  ['Decimal', 'valueOf(Long)', [123456789n], '123456789'],
  ['Decimal', 'doubleValue()', [decimal('6.62606957')], '6.62606957'],
  ['Boolean', 'valueOf(Object)', ['TRUE'], 'true'],
  ['Boolean', 'valueOf(Object)', ['yes'], 'false'],
  ['Math', 'abs(Integer)', [-2147483648], '-2147483648'],
  ['Math', 'abs(Long)', [-5n], '5'],
  ['Math', 'ceil(Decimal)', [decimal('2.1')], '3'],
  ['Math', 'ceil(Double)', [double(-2.1)], '-2.0'],
  ['Math', 'floor(Decimal)', [decimal('-2.1')], '-3'],
  ['Math', 'max(Decimal,Decimal)', [decimal('1.5'), decimal('1.25')], '1.5'],
  ['Math', 'max(Decimal,Double)', [decimal('1.5'), double(2)], '2.0'],
  ['Math', 'min(Long,Long)', [4n, 3n], '3'],
  ['Math', 'mod(Integer,Integer)', [12, 2], '0'],
  ['Math', 'mod(Integer,Integer)', [-7, 3], '-1'],
  ['Math', 'mod(Long,Long)', [8n, 3n], '2'],
  ['Math', 'pow(Double,Double)', [double(2), double(3)], '8.0'],
  ['Math', 'rint(Double)', [double(2.5)], '2.0'],
  ['Math', 'round(Decimal)', [decimal('2.5')], '2'],
  ['Math', 'round(Decimal)', [decimal('-5.5')], '-6'],
  ['Math', 'round(Double)', [double(2.5)], '3'],
  ['Math', 'roundToLong(Decimal)', [decimal('4.51')], '5'],
  ['Math', 'signum(Decimal)', [decimal('-0.1')], '-1'],
  ['Math', 'sqrt(Decimal)', [decimal('9')], '3.0'],
  ['Math', 'sin(Double)', [double(0)], '0.0'],
  ['Math', 'get PI', [], '3.141592653589793'],
];

for (const [name, member, args, expected] of examples) {
  test(`${name}.${member} of ${args.map(String).join(', ')}`, () => {
    assert.equal(rt.stringOf(call(rt, `System.${name}`, member, ...args)), expected);
  });
}

test('text that is no number raises a TypeException that quotes it', () => {
  const invalid = (name: string, text: string): void => {
    call(rt, `System.${name}`, 'valueOf(String)', text);
  };
  for (const text of ['abc', '', ' 1', '1.5', '2147483648']) {
    assert.throws(
      () => {
        invalid('Integer', text);
      },
      raises('System.TypeException', `Invalid integer: ${text}`),
    );
  }
  assert.throws(
    () => {
      invalid('Long', '9223372036854775808');
    },
    raises('System.TypeException', 'Invalid long: 9223372036854775808'),
  );
  assert.throws(
    () => {
      invalid('Decimal', '1,5');
    },
    raises('System.TypeException', 'Invalid decimal: 1,5'),
  );
  assert.throws(
    () => {
      invalid('Double', 'x');
    },
    raises('System.TypeException', 'Invalid double: x'),
  );
});

test('null raises', () => {
  const refusal = raises('System.NullPointerException', 'Argument cannot be null.');
  assert.throws(() => call(rt, 'System.Integer', 'valueOf(String)', null), refusal);
  assert.throws(() => call(rt, 'System.Math', 'abs(Decimal)', null), refusal);
  assert.throws(() => call(rt, 'System.Decimal', 'setScale(Integer)', decimal('1'), null), refusal);
});

test('the remainder of a division by zero raises', () => {
  assert.throws(() => call(rt, 'System.Math', 'mod(Integer,Integer)', 1, 0), raises('System.MathException', 'Divide by 0'));
});

test('rounding modes are those given', () => {
  const round = (text: string, mode: string): unknown =>
    call(rt, 'System.Decimal', 'round(RoundingMode)', decimal(text), rt.types.enumValue('System.RoundingMode', mode));
  assert.equal(round('12.5', 'HALF_UP'), 13n);
  assert.equal(round('12.5', 'HALF_DOWN'), 12n);
  assert.equal(round('-12.5', 'CEILING'), -12n);
  assert.equal(round('-12.5', 'FLOOR'), -13n);
});

test('random numbers are within 0 and 1', () => {
  const value = call(rt, 'System.Math', 'random()') as ApexDouble;
  assert.ok(value.value >= 0 && value.value < 1);
});
