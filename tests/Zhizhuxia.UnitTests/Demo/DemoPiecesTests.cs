using Zhizhuxia.Demo;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.UnitTests.Demo;

public class DemoPiecesTests
{
    [Fact]
    public void Every_piece_is_one_a_reader_could_send()
    {
        Assert.All(DemoPieces.All, piece => Assert.Empty(SubmissionFormRules.Check(piece.Form)));
        Assert.All(DemoPieces.All, piece => Assert.InRange(piece.Key.Length, FormerReceipts.ShortestKey, FormerReceipts.LongestKey));
        Assert.All(DemoPieces.All, piece => Assert.Contains(piece.Column, DemoPieces.Columns.Select(column => column.Name)));
        Assert.Equal(DemoPieces.All.Count, DemoPieces.All.Select(piece => piece.Form.Title).Distinct().Count());
    }

    [Fact]
    public void Every_state_and_kind_can_be_looked_at()
    {
        Assert.Equal(Enum.GetValues<Goal>(), DemoPieces.All.Select(piece => piece.Goal).Distinct().Order());
        Assert.Equal(Enum.GetValues<SubmissionKind>(), DemoPieces.All.Select(piece => piece.Form.Kind).Distinct().Order());
        Assert.Contains(DemoPieces.All, piece => piece.BrokenFile is not null);
        Assert.Equal(3, DemoPieces.All.Count(piece => piece.Goal is Goal.Published));
    }
}
