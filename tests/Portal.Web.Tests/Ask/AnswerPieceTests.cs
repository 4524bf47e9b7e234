using Xunit;

namespace Portal.Web.Ask;

public class AnswerPieceTests
{
    [Theory]
    [InlineData("Encrypt [1].", 1, "Encrypt |1|.")]
    [InlineData("Both [1][2] and [1, 2].", 2, "Both |1|2| and |1|2|.")]
    [InlineData("Made up [7].", 2, "Made up [7].")]
    [InlineData("Half a mark [1", 2, "Half a mark [1")]
    [InlineData("", 2, "")]
    public void Split_Marks_OnlyTakesThoseOfChunks(string answer, int chunks, string expected) =>
        Assert.Equal(expected, string.Join('|', AnswerPiece.Split(answer, chunks).Select(piece => piece.Text ?? $"{piece.Chunk}")));
}
