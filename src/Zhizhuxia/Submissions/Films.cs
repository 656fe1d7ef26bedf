using Zhizhuxia.Assets;

namespace Zhizhuxia.Submissions;

/// <summary>Which of a piece's files count. A file that an editor keeps out stays with the piece and never goes out with it.</summary>
public static class Films
{
    extension(Submission piece)
    {
        /// <summary>Files that are not refused or gone.</summary>
        public IEnumerable<Asset> UsableAssets => piece.Assets.Where(asset => asset.State is not (AssetState.Rejected or AssetState.Purged));

        /// <summary>Those of <see cref="get_UsableAssets"/> that go out: what is judged, encoded and published.</summary>
        public IEnumerable<Asset> ChosenAssets => piece.UsableAssets.Where(asset => !asset.IsKeptOut);

        /// <summary>Keeps exactly these files out; ids of other pieces' files are nothing here.</summary>
        /// <param name="ids">Null: as it is.</param>
        internal void KeepOut(IReadOnlyList<Guid>? ids)
        {
            foreach (var asset in ids is null ? [] : piece.Assets)
                asset.KeepOut(ids!.Contains(asset.Id));
        }

        /// <summary>A piece that has films goes out with one.</summary>
        /// <exception cref="RefusedException"><c>film-none-left</c></exception>
        public void MustKeepOne(Content content)
        {
            if (content.KeptOut is { } ids && piece.UsableAssets.Any() && piece.UsableAssets.All(asset => ids.Contains(asset.Id)))
                throw new RefusedException("film-none-left");
        }
    }
}
