using Xunit;

namespace Portal.Access;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("horse battery staple 9")]
    [InlineData("qznqq-4x84m-hzyi8-gcqxw")]
    [InlineData("wir fahren im sommer nach rügen")]
    [InlineData("tb7#kLp0zq!W")]
    [InlineData("summer rain on tin roofs")]
    public void Fault_OfAGoodPassword_IsNone(string password) => Assert.Null(PasswordRules.Fault(password, "ada@example.com"));

    [Theory]
    [InlineData("short", "at least 12")]
    [InlineData("elevenchars", "at least 12")]
    [InlineData("aaaaaaaaaaaaaaaa", "repeats")]
    [InlineData("abababababababab", "repeats")]
    [InlineData("123456789012", "counts")]
    [InlineData("abcdefghijklmnop", "counts")]
    [InlineData("987654321098", "counts")]
    [InlineData("Password1234!", "everybody")]
    [InlineData("P@ssw0rd2026", "everybody")]
    [InlineData("passwordpassword", "everybody")]
    [InlineData("Welcome2026!!", "everybody")]
    [InlineData("qwertyuiop123", "everybody")]
    [InlineData("administrator1", "everybody")]
    [InlineData("Summer-2026-2027", "everybody")]
    [InlineData("01.02.1990-03.04.2020", "everybody")]
    [InlineData("ada@example.com", "e-mail")]
    [InlineData("xADA@EXAMPLE.COMx", "e-mail")]
    public void Fault_OfABadPassword_SaysWhy(string password, string expected) =>
        Assert.Contains(expected, PasswordRules.Fault(password, "ada@example.com"), StringComparison.Ordinal);

    [Fact]
    public void Fault_WhenLittleMoreThanTheName_IsTheAddress() =>
        Assert.Contains("e-mail", PasswordRules.Fault("lovelace-9042", "lovelace@example.com"), StringComparison.Ordinal);

    [Fact]
    public void Fault_OfAVeryLongPassword_IsItsLength() =>
        Assert.Contains("at most 256", PasswordRules.Fault(string.Concat(Enumerable.Repeat("kq7 ", 100)), ""), StringComparison.Ordinal);
}
