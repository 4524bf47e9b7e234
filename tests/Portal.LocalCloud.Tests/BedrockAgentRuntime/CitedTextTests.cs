using Portal.LocalCloud.BedrockAgentRuntime;
using Xunit;

namespace Portal.LocalCloud.Tests.BedrockAgentRuntime;

public sealed class CitedTextTests
{
    [Theory]
    [InlineData("First fact. [1] Second fact. [2]", "First fact. Second fact.", 2)]
    [InlineData("First fact [1]. Second fact [2].", "First fact. Second fact.", 2)]
    [InlineData("One. [1] Two. [1] Three. [1, 2]", "One. Two. Three.", 2)]
    [InlineData("No marks at all.", "No marks at all.", 1)]
    [InlineData("See [9] there. [1]", "See [9] there.", 1)]
    public void Read_Marks_AreTakenOutAndSpansMatchTheText(string answer, string expected, int parts)
    {
        var (text, cited) = CitedText.Read(answer, sources: 2);
        Assert.Equal(expected, text);
        Assert.Equal(parts, cited.Count);
        Assert.All(cited, part => Assert.Equal(part.Text, text[part.Start..(part.End + 1)]));
    }
}
