"""The simulated instruments obey physics that can be worked out on paper."""

from __future__ import annotations

import socket
import struct
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from devices.simulated.camera import Sensor, SimulatedCamera
from devices.simulated.layers import AIR, FATTY, LIGHT_M_PER_S, PLASTIC, TUMOUR, Layer, Material, modulator, reflection
from devices.simulated.scene import Deposit, Scene, ambient, diffuse_spot, lit
from devices.simulated.vna import READING_NOISE, Bench, SimulatedShockLine

F = np.linspace(11e9, 20e9, 31)
INDEX = st.floats(1.0, 12.0)
THICKNESS = st.floats(0.01, 20.0)


def test_the_phantoms_have_their_published_permittivity_at_15_ghz():
    at = np.array([15e9])
    assert FATTY.permittivity(at)[0] == pytest.approx(7.1 - 3.9j, abs=0.05)
    assert TUMOUR.permittivity(at)[0] == pytest.approx(39.7 - 27.8j, abs=0.05)


def test_a_single_interface_is_fresnels():
    thick = Layer(Material(4.0 - 40.0j), 500.0)  # so lossy that its far side is not seen
    n = np.sqrt(4.0 - 40.0j)
    assert np.allclose(reflection((thick,), F, angle_deg=0.0), (1 - n) / (1 + n), atol=1e-9)


@given(st.lists(st.tuples(INDEX, THICKNESS), max_size=5), st.floats(0, 80))
@settings(deadline=None)
def test_lossless_stacks_never_reflect_more_than_they_receive_and_look_the_same_in_size_from_behind(stack, angle):
    layers = tuple(Layer(Material(epsilon), thickness) for epsilon, thickness in stack)
    front, back = reflection(layers, F, angle_deg=angle), reflection(layers[::-1], F, angle_deg=angle)
    assert np.abs(front).max() <= 1 + 1e-9
    assert np.allclose(np.abs(front), np.abs(back), atol=1e-7)  # reciprocity and energy: only the phase differs


@given(st.lists(st.tuples(INDEX, THICKNESS), max_size=4), INDEX, st.integers(0, 4))
@settings(deadline=None)
def test_a_layer_without_thickness_changes_nothing(stack, epsilon, place):
    layers = [Layer(Material(epsilon), thickness) for epsilon, thickness in stack]
    place = min(place, len(layers))
    with_it = (*layers[:place], Layer(Material(epsilon), 0.0), *layers[place:])
    assert np.allclose(reflection(tuple(layers), F), reflection(with_it, F), atol=1e-9)


@given(INDEX, THICKNESS, st.floats(0.1, 0.9))
@settings(deadline=None)
def test_a_layer_cut_in_two_is_the_same_layer(epsilon, thickness, share):
    whole = (Layer(Material(epsilon), thickness),)
    cut = (Layer(Material(epsilon), thickness * share), Layer(Material(epsilon), thickness * (1 - share)))
    assert np.allclose(reflection(whole, F), reflection(cut, F), atol=1e-9)


def test_half_a_wavelength_is_invisible_and_nothing_reflects_nothing():
    at = np.array([15e9])
    half_mm = LIGHT_M_PER_S / 15e9 / 2 / np.sqrt(PLASTIC.infinite.real) * 1000
    assert abs(reflection((Layer(PLASTIC, half_mm),), at, angle_deg=0.0)[0]) < 1e-12
    assert np.abs(reflection((), F)).max() == 0
    assert np.abs(reflection((Layer(AIR, 7.0),), F)).max() < 1e-12


def test_losses_take_energy_and_more_of_it_the_thicker():
    thin, thick = (np.abs(reflection(modulator(lit=False, margin_mm=margin), F)) for margin in (0.5, 8.0))
    assert thin.max() < 1
    assert thick.max() < 1


def test_light_on_the_silicon_changes_what_the_analyser_sees():
    dark, half, full = (replace(Bench(), lit_share=share).s21(F) for share in (0.0, 0.5, 1.0))
    assert np.abs(full - dark).min() > 10 * READING_NOISE
    assert np.allclose(half, (dark + full) / 2)


def test_the_noise_of_a_sweep_is_the_stated_one_and_seeded():
    def sweeps(seed):
        instrument = SimulatedShockLine(seed=seed, sleep=lambda _: None)
        instrument.answer(":SENS1:BAND 1E4;:FORM:DATA REAL")
        traces = []
        for _ in range(200):
            assert instrument.answer(":TRIG:SING;*OPC?") == b"1\n"
            traces.append(np.frombuffer(instrument.answer(":CALC1:PAR1:DATA:SDAT?")[11:-1], dtype=">f8"))
        instrument.stop()
        return np.array(traces)

    one = sweeps(1)
    assert np.std(one - one.mean(axis=0)) == pytest.approx(READING_NOISE, rel=0.05)
    assert np.array_equal(one, sweeps(1))
    assert not np.array_equal(one, sweeps(2))


def test_the_instrument_speaks_as_the_real_one_does_also_in_ascii():
    instrument = SimulatedShockLine(sleep=lambda _: None)
    with socket.create_connection(("127.0.0.1", instrument.port), 5) as line, line.makefile("rwb") as talk:

        def ask(question):
            talk.write(question.encode() + b"\n")
            talk.flush()
            return talk.readline()

        assert ask(":SYST:ERR?") == b"No Error\n"
        ask_only = ":SENS1:FREQ:STAR 1E9;:SENS1:FREQ:STOP 2E9;:SENS1:SWE:POIN 3;:FORM:DATA ASC"
        assert ask(f"{ask_only};*OPC?") == b"1\n"
        answer = ask(":SENS1:FREQ:DATA?")
        assert answer[:11] == b"#9%09d" % len(answer[11:-1])
        assert [float(number) for number in answer[11:-1].split(b",")] == [1e9, 1.5e9, 2e9]
        assert ask("FOO:BAR;:SYST:ERR?") == b'-113,"Undefined header"\n'
        assert ask(":SENS1:SWE:POIN 1e9;:SYST:ERR?") == b'-222,"Data out of range"\n'
        assert ask(":FORM:BORD LEFT;:SYST:ERR?") == b'-222,"Data out of range"\n'
        talk.write(b":FORM:DATA REAL32;:FORM:BORD SWAP\n:SENS1:FREQ:DATA?\n")
        talk.flush()
        assert struct.unpack("<3f", talk.read(11 + 13)[11:-1]) == pytest.approx((1e9, 1.5e9, 2e9))
    instrument.stop()
    instrument.stop()


# --- light -------------------------------------------------------------------------------------------------------------------------------

PLAIN = Scene(rows=241, columns=321, mm_per_pixel=0.25, deposits=(), texture=0.0, ambient_e=0.0, glints=0, vignetting=0.0)


def glow_of(*deposits, **changes):
    return lit(replace(PLAIN, deposits=deposits, **changes)) - lit(replace(PLAIN, **changes))


def width_mm(image):
    return np.sqrt((image > image.max() / 2).sum() * PLAIN.mm_per_pixel**2 * 4 / np.pi)


def test_deeper_is_fainter_and_wider():
    spots = [glow_of(Deposit(0, 0, depth, 1.5, 9.0)) for depth in (0.0, 1.0, 2.0, 4.0, 8.0)]
    assert np.all(np.diff([spot.max() for spot in spots]) < 0)
    assert np.all(np.diff([width_mm(spot) for spot in spots]) > 0)


def test_far_from_a_source_light_falls_by_its_effective_attenuation():
    distance = np.array([20.0, 25.0])
    near, far = diffuse_spot(distance, 2.0, 0.4, 1.0)
    assert np.log(near / far) / 5 == pytest.approx(0.4 + 2 * np.log(25 / 20) / 5, rel=0.03)


def test_light_adds_and_does_not_depend_on_company():
    one, other = Deposit(-6, 2, 1, 2, 9), Deposit(7, -3, 3, 2, 5)
    assert np.allclose(glow_of(one, other), glow_of(one) + glow_of(other), atol=0.02)


def test_moving_the_deposit_moves_its_image():
    here = glow_of(Deposit(0, 0, 1.0, 2.0, 9.0))
    there = glow_of(Deposit(5.0, -2.5, 1.0, 2.0, 9.0))
    assert np.allclose(np.roll(here, (-10, 20), axis=(0, 1))[60:180, 80:240], there[60:180, 80:240], atol=0.5)


def test_corners_lose_what_the_lens_takes():
    image = lit(replace(PLAIN, vignetting=0.35))
    assert image[0, 0] / image[120, 160] == pytest.approx(0.65, abs=0.01)


def test_ambient_light_is_there_without_excitation_and_glints_are_not():
    scene = replace(PLAIN, ambient_e=250.0, glints=8)
    assert ambient(scene).mean() == pytest.approx(250, rel=0.02)
    assert lit(scene).max() > 3 * lit(replace(scene, glints=0)).max()
    assert ambient(scene).max() < 400


@given(level=st.floats(50, 4000), bits=st.sampled_from([8, 10, 12]))
@settings(deadline=None, max_examples=25)
def test_the_sensor_counts_photons(level, bits):
    sensor = Sensor(bit_depth=bits, gain_e_per_dn=5000 / 2**bits, black_dn=2 ** (bits - 5))
    numbers = sensor.expose(np.full((200, 200), level, np.float32), np.random.default_rng(7))
    variance_dn = (level + sensor.read_noise_e**2) / sensor.gain_e_per_dn**2 + 1 / 12
    assert numbers.dtype == (np.uint8 if bits == 8 else np.uint16)
    assert numbers.mean() - sensor.black_dn == pytest.approx(level / sensor.gain_e_per_dn, abs=5 * np.sqrt(variance_dn) / 200 + 0.05)
    assert numbers.var() == pytest.approx(variance_dn, rel=0.08, abs=0.05)


def test_too_much_light_saturates_and_is_counted():
    camera = SimulatedCamera(scene=replace(PLAIN, background_e=1e6), sleep=lambda _: None)
    assert camera.grab().saturated_share == 1.0


def test_the_same_seed_gives_the_same_pixels_and_the_light_can_be_switched_off():
    def run():
        camera = SimulatedCamera(scene=Scene(rows=60, columns=80), seed=3, clock=lambda: 0.0, sleep=lambda _: None)
        lit_frame = camera.grab()
        camera.excite(on=False)
        return lit_frame, camera.grab()

    one, other = run(), run()
    assert all(np.array_equal(a.pixels, b.pixels) for a, b in zip(one, other, strict=True))
    assert [frame.excitation_on for frame in one] == [True, False]
    assert one[1].pixels.mean() < one[0].pixels.mean() / 2


@pytest.mark.parametrize("wrong", [{"bit_depth": 7}, {"bit_depth": 14}, {"gain_e_per_dn": 0}, {"frames_per_s": -1}])
def test_a_sensor_that_cannot_be_is_our_bug(wrong):
    with pytest.raises(ValueError):
        Sensor(**wrong)
