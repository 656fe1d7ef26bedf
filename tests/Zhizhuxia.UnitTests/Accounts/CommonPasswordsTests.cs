using Zhizhuxia.Accounts;

namespace Zhizhuxia.UnitTests.Accounts;

public class CommonPasswordsTests
{
    [Theory]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd2026!!")]
    [InlineData("zhuzhouribao2026")]
    [InlineData("ZhuzhouRibao@123456")]
    [InlineData("zhizhuxia888666")]
    [InlineData("woaini5201314520")]
    [InlineData("1qaz2wsx3edc4rfv")]
    [InlineData("qwertyuiop123456")]
    [InlineData("aaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabcabc")]
    [InlineData("ｐａｓｓｗｏｒｄ123456789")]
    [InlineData("19890315wangxiaoming")]
    [InlineData("wang.chushen@wang.chushen")]
    [InlineData("adm1n1strat0r2026")]
    [InlineData("jizhejie20261108")]
    public void What_everybody_tries_is_common(string password) =>
        Assert.True(CommonPasswords.Contains(password, ["王初审", "wang", "chushen", "example", "com"]));

    [Theory]
    [InlineData("violet tractor nibbles oak")]
    [InlineData("purple kayak under seven maples")]
    [InlineData("蓝色脚踏车停在河边的第三棵樟树下")]
    [InlineData("kX9#mVq2$Lw7pRz")]
    [InlineData("yizhichuanhuapipashuxiademaoyu")]
    public void What_is_somebodys_own_is_not(string password) =>
        Assert.False(CommonPasswords.Contains(password, ["王初审", "wang", "chushen"]));
}
