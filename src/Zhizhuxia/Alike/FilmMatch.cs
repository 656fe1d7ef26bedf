namespace Zhizhuxia.Alike;

/// <summary>What two films have in common. Pure.</summary>
/// <param name="Pictures">Null when they have no pictures in common.</param>
/// <param name="Sound">Null when they have no sound in common.</param>
public sealed record FilmMatch(Alignment? Pictures, Alignment? Sound)
{
    private const double SameOffset = 0.6;

    /// <summary>Compares them. Music is in many films, so sound alone asks nobody; but pictures that are much alike do, when the sound agrees.</summary>
    public static FilmMatch Of(FilmPrint one, FilmPrint other)
    {
        var (pictures, sound) = (PictureMatch.Find(one.Pictures, other.Pictures), SoundMatch.Find(one.Sounds, other.Sounds));
        var agree = pictures is not null && sound is not null && Math.Abs(pictures.OffsetSeconds - sound.OffsetSeconds) < SameOffset;
        return new(agree ? pictures! with { IsStrong = true } : pictures, sound);
    }
}
