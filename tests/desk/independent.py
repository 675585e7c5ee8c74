"""Final points, ranks, who passes, who is eliminated and who is drawn of random units, against other code.

independent.py BINARY UNITS SEED
"""
import hashlib
import json
import pathlib
import random
import sys
import tempfile
from fractions import Fraction

import desk as d


def drawn(names, seed, count):
    names, out, k = sorted(names), [], 0
    while len(out) < count:
        k += 1
        place = int(hashlib.sha256(f"{seed},{k}".encode()).hexdigest(), 16) % len(names) + 1
        if place not in [one[2] for one in out]:
            out.append((k, names[place - 1], place))
    return out


def check_draws(binary, folder, units, rng):
    for _ in range(4):
        percent = rng.choice(["30%", "10%", "0.07", "12.5%", "100%"])
        share = Fraction(percent[:-1]) / 100 if percent.endswith("%") else Fraction(percent)
        seed = rng.choice(["20231015", "雪人☃", "😀 8 3 1", str(rng.random())])
        ran = d.run(binary, "review", "draw", folder, "--seed", seed, "--share", percent, "--by", "level", "--json")
        assert ran.returncode == 0, ran.stderr
        said = json.loads(ran.stdout)
        names = sorted(u["name"] for u in units)
        assert said["roster_sha256"] == hashlib.sha256("".join(n + "\n" for n in names).encode()).hexdigest()
        wanted = []
        for level in sorted({u["level"] for u in units}):
            own = [u["name"] for u in units if u["level"] == level]
            wanted += [(level, *one) for one in drawn(own, f"{seed},{level}", -(-len(own) * share.numerator // share.denominator))]
        assert [(p["stratum"], p["k"], p["name"], p["pick"]) for p in said["drawn"]] == wanted


def main(binary, count, seed):
    rng = random.Random(seed)
    ties = passed = 0
    for number, (incomplete, last) in enumerate([(0.05, 0), (0, 4)]):  # with reviews left open; with a tie at the cut
        with tempfile.TemporaryDirectory() as place:
            folder = pathlib.Path(place) / "评审"
            folder.mkdir()
            units = d.make_desk(binary, folder, seed + number, count, incomplete, last)
            for rounding in d.ROUND:
                got = d.compare(binary, folder, units, rounding)
                ties += sum(one["tied"] for one in got.values())
                passed += sum(one["passed"] is True for one in got.values())
            refused = d.run(binary, "review", "score", folder)
            assert refused.returncode == 2 and "--rounding" in refused.stderr, refused.stderr
            check_draws(binary, folder, units, rng)
    assert 0 < passed < 8 * count and ties > 0, (passed, ties)  # else nothing was shown
    print(f"{count} units twice, 4 ways to round, {passed} passed, {ties} ties at the cut: as worked out here")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
