using Zhizhuxia.Intake;

namespace Zhizhuxia.UnitTests.Intake;

/// <summary>The title of a piece that a mail makes.</summary>
public sealed class MailedWordsTests
{
    [Theory]
    [InlineData("湘江的晚霞", "湘江的晚霞")]
    [InlineData("投稿：湘江的晚霞", "湘江的晚霞")]
    [InlineData("【投稿】湘江的晚霞", "湘江的晚霞")]
    [InlineData("[知株侠投稿]: 湘江的晚霞", "湘江的晚霞")]
    [InlineData("转发: 投稿——湘江的晚霞", "湘江的晚霞")]
    [InlineData("投稿：Re: 来稿 - 湘江的晚霞", "湘江的晚霞")]
    [InlineData("投稿指南里没写的一件事", "投稿指南里没写的一件事")]
    [InlineData("投稿", "天元区拍的")]
    [InlineData("【投稿】", "天元区拍的")]
    [InlineData(null, "天元区拍的")]
    public void The_subject_is_the_title_without_what_only_says_that_it_is_one(string? subject, string title) =>
        Assert.Equal(title, MailedWords.Of(subject, "\n天元区拍的\n请采用").Title);
}
