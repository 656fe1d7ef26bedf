using Zhizhuxia.Media;

namespace Zhizhuxia.UnitTests.Media;

public sealed class SoundGainTests
{
    [Theory]
    [InlineData(-16.4, -3, 0)]      // near enough
    [InlineData(-23, -10, 7)]
    [InlineData(-23, -6, 4.5)]      // the peak may reach −1.5 dBTP, no more
    [InlineData(-23, -1, 0)]        // no room above
    [InlineData(-40, -30, 12)]      // never more than 12 dB: what is that quiet is mostly noise
    [InlineData(-9, 0.5, -7)]
    [InlineData(-70, -60, 0)]       // silence
    public void One_gain_for_the_whole_film(double lufs, double peak, double gain) =>
        Assert.Equal(gain, SoundGain.For(new Loudness(lufs, peak, 5)), 2);

    [Fact]
    public void A_film_without_sound_gets_none() => Assert.Equal(0, SoundGain.For(null));
}
