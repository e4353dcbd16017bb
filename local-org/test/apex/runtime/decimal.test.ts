import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Decimal as Reference} from 'decimal.js';
import fc from 'fast-check';
import {raises} from '../library/fake-runtime.ts';
import {Decimal} from '../../../src/apex/runtime/decimal.ts';
import {ROUNDING_MODES, type RoundingMode} from '../../../src/apex/runtime/rounding.ts';

const Exact = Reference.clone({precision: 400, toExpNeg: -1000, toExpPos: 1000});

const REFERENCE_MODES: Readonly<Record<Exclude<RoundingMode, 'UNNECESSARY'>, Reference.Rounding>> = {
  CEILING: Reference.ROUND_CEIL,
  DOWN: Reference.ROUND_DOWN,
  FLOOR: Reference.ROUND_FLOOR,
  HALF_DOWN: Reference.ROUND_HALF_DOWN,
  HALF_EVEN: Reference.ROUND_HALF_EVEN,
  HALF_UP: Reference.ROUND_HALF_UP,
  UP: Reference.ROUND_UP,
};

function decimal(text: string): Decimal {
  const value = Decimal.parse(text);
  assert.ok(value !== null, `${text} is no Decimal`);
  return value;
}

/** Small ones, whose unscaled value is a number, and large ones, whose unscaled value is a BigInt. */
const anyDecimal = fc
  .tuple(
    fc.oneof(
      fc.bigInt({min: -1000n, max: 1000n}),
      fc.bigInt({min: -(2n ** 54n), max: 2n ** 54n}),
      fc.bigInt({min: -(10n ** 40n), max: 10n ** 40n}),
    ),
    fc.integer({min: 0, max: 20}),
  )
  .map(([unscaled, scale]) => Decimal.of(unscaled, scale));

function reference(value: Decimal): Reference {
  return new Exact(value.toPlainString());
}

test('sums have the larger scale and are exact', () => {
  fc.assert(
    fc.property(anyDecimal, anyDecimal, (left, right) => {
      const sum = left.add(right);
      assert.equal(sum.scale, Math.max(left.scale, right.scale));
      assert.equal(
        sum.toPlainString(),
        reference(left)
          .plus(reference(right))
          .toFixed(sum.scale)
          .replace(/^-(0(?:\.0*)?)$/, '$1'),
      );
    }),
  );
});

test('differences are sums with the negative', () => {
  fc.assert(
    fc.property(anyDecimal, anyDecimal, (left, right) => {
      assert.equal(left.subtract(right).add(right).compareTo(left), 0);
    }),
  );
});

test('products have the sum of the scales and are exact', () => {
  fc.assert(
    fc.property(anyDecimal, anyDecimal, (left, right) => {
      const product = left.multiply(right);
      assert.equal(product.scale, left.scale + right.scale);
      assert.ok(reference(product).equals(reference(left).times(reference(right))));
    }),
  );
});

test('quotients have at most 33 significant digits, rounded half up', () => {
  const Rounded = Reference.clone({precision: 33, rounding: Reference.ROUND_HALF_UP, toExpNeg: -1000, toExpPos: 1000});
  fc.assert(
    fc.property(anyDecimal, anyDecimal, (left, right) => {
      fc.pre(!right.isZero());
      const expected = new Rounded(left.toPlainString()).dividedBy(new Rounded(right.toPlainString()));
      assert.ok(reference(left.divide(right)).equals(expected), `${left.toString()} / ${right.toString()}`);
    }),
  );
});

test('a quotient that ends has no zeros beyond the difference of the scales', () => {
  assert.equal(decimal('1.0').divide(decimal('4.0')).toString(), '0.25');
  assert.equal(decimal('10.00').divide(decimal('2')).toString(), '5.00');
  assert.equal(decimal('2.10').divide(decimal('2.0')).toString(), '1.05');
  assert.equal(decimal('100').divide(decimal('1.00')).toString(), '100');
  assert.equal(decimal('0').divide(decimal('3.00')).toString(), '0');
});

test('1 / 3 and 1 / 31 are as observed on the platform', () => {
  assert.equal(decimal('1').divide(decimal('3')).toString(), '0.' + '3'.repeat(33));
  assert.equal(decimal('1.0000').divide(decimal('3.00')).toString(), '0.' + '3'.repeat(33));
  assert.equal(decimal('1').divide(decimal('31')).toString(), '0.0322580645161290322580645161290323');
});

for (const mode of ROUNDING_MODES.filter((each): each is Exclude<RoundingMode, 'UNNECESSARY'> => each !== 'UNNECESSARY')) {
  test(`setScale and divide round ${mode}`, () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, fc.integer({min: 0, max: 12}), (left, right, scale) => {
        const expected = reference(left).toDecimalPlaces(scale, REFERENCE_MODES[mode]);
        assert.ok(reference(left.setScale(scale, mode)).equals(expected));
        assert.equal(left.setScale(scale, mode).scale, scale);
        fc.pre(!right.isZero());
        const quotient = reference(left).dividedBy(reference(right)).toDecimalPlaces(scale, REFERENCE_MODES[mode]);
        assert.ok(reference(left.divideToScale(right, scale, mode)).equals(quotient));
      }),
    );
  });
}

test('UNNECESSARY refuses to round', () => {
  assert.throws(() => decimal('1.5').setScale(0, 'UNNECESSARY'), raises('System.MathException', 'Rounding necessary'));
  assert.equal(decimal('1.50').setScale(1, 'UNNECESSARY').toString(), '1.5');
});

test('setScale(2) rounds half to even', () => {
  const rounded = ['5.205', '5.215', '5.235', '5.245', '5.2451', '-5.245'].map((text) => decimal(text).setScale(2, 'HALF_EVEN').toString());
  assert.deepEqual(rounded, ['5.20', '5.22', '5.24', '5.24', '5.25', '-5.24']);
});

test('comparison disregards the scale, identity regards it', () => {
  assert.ok(decimal('10').equals(decimal('10.00')));
  assert.ok(!decimal('10').identical(decimal('10.00')));
  fc.assert(
    fc.property(anyDecimal, anyDecimal, (left, right) => {
      assert.equal(Math.sign(left.compareTo(right)), reference(left).comparedTo(reference(right)));
    }),
  );
});

test('text is that of BigDecimal: an exponent below 10^-6 and for negative scales', () => {
  const texts = ['0', '-0.5', '1.50', '0.000001', '0.0000001', '123456789012345678901234567890.12', '1E+3', '0E-32'];
  assert.deepEqual(
    texts.map((text) => decimal(text).toString()),
    ['0', '-0.5', '1.50', '0.000001', '1E-7', '123456789012345678901234567890.12', '1E+3', '0E-32'],
  );
  assert.equal(decimal('1E+3').toPlainString(), '1000');
  assert.equal(decimal('1E-7').toPlainString(), '0.0000001');
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(anyDecimal, (value) => {
      assert.ok(decimal(value.toString()).identical(value));
      assert.ok(decimal(value.toPlainString()).identical(value));
    }),
  );
});

test('what is no number is no Decimal', () => {
  for (const text of ['', '.', '+', '1.2.3', ' 1', '1 ', '1e', 'abc', '0x1', 'NaN']) assert.equal(Decimal.parse(text), null, text);
});

test('equal values have one representation, number or BigInt', () => {
  const large = Decimal.of(2n ** 60n, 0);
  const small = large.subtract(Decimal.of(2n ** 60n - 5n, 0));
  assert.equal(small.unscaled, 5);
  assert.equal(typeof large.unscaled, 'bigint');
  assert.ok(Object.is(decimal('-0.00').unscaled, 0));
  assert.ok(Object.is(decimal('0').negate().unscaled, 0));
});

test('precision, sign, power and trailing zeros', () => {
  assert.equal(decimal('123.123').precision(), 6);
  assert.equal(decimal('0.05').precision(), 1);
  assert.equal(decimal('-3').signum(), -1);
  assert.equal(decimal('4.12').pow(2).toString(), '16.9744');
  assert.equal(decimal('4.12').pow(0).toString(), '1');
  assert.equal(decimal('1.500').stripTrailingZeros().toString(), '1.5');
  assert.equal(decimal('100').stripTrailingZeros().toString(), '1E+2');
});

test('a Double becomes the Decimal that it shows', () => {
  assert.equal(Decimal.fromDouble(2).toString(), '2.0');
  assert.equal(Decimal.fromDouble(0.1).toString(), '0.1');
  assert.equal(Decimal.fromDouble(1.5e10).toString(), '1.5E+10');
});
